"""A figure is held against its aim in the right direction."""

from tests.bench.figures import Figure, table


def test_a_share_is_held_against_the_limit_of_the_same_run() -> None:
    assert Figure("ledger page", 660, "1/s", aim=0.6, limit=1000).reached
    assert not Figure("ledger page", 590, "1/s", aim=0.6, limit=1000).reached


def test_a_figure_without_a_limit_is_held_itself() -> None:
    assert Figure("memory", 120, "MB", aim=150, better="less").reached
    assert not Figure("memory", 151, "MB", aim=150, better="less").reached


def test_a_figure_may_be_held_itself_beside_what_the_machine_allowed() -> None:
    assert Figure("start", 1.2, "s", aim=1.5, limit=0.6, better="less", held="value").reached
    assert not Figure("start", 1.6, "s", aim=1.5, limit=1.2, better="less", held="value").reached


def test_the_table_says_which_aim_was_missed() -> None:
    missed = table([Figure("first load", 131, "KB", aim=110, better="less")]).splitlines()[-1]
    assert missed.startswith("✗ first load")
    assert missed.endswith("≤ 110")
