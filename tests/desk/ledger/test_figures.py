from backend.desk.ledger.figures import BARS_MOST, by_span, longest


def test_empty_months_between_are_shown() -> None:
    assert by_span([("2025-11", 3), ("2026-02", 1)]) == [
        ("2025-11", 3), ("2025-12", 0), ("2026-01", 0), ("2026-02", 1),
    ]  # fmt: skip


def test_two_years_are_shown_by_month_and_more_by_year() -> None:
    assert len(by_span([("2025-01", 1), ("2026-12", 1)])) == 24
    assert by_span([("2024-12", 1), ("2025-03", 2), ("2026-12", 4)]) == [
        ("2024年", 1),
        ("2025年", 2),
        ("2026年", 4),
    ]


def test_nothing_has_no_bars() -> None:
    assert by_span([]) == longest([]) == []


def test_what_is_rare_stands_together() -> None:
    bars = [(f"{number}", 20 - number) for number in range(BARS_MOST + 2)]
    shown = longest(bars)
    assert shown[:-1] == bars[: BARS_MOST - 1]
    assert shown[-1] == ("其余3种", sum(each for _, each in bars[BARS_MOST - 1 :]))
    assert longest(bars[:BARS_MOST]) == bars[:BARS_MOST]
