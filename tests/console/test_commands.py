"""The console as it is typed: real processes, exit codes, one line on stderr."""

import random

import pytest

from backend.__main__ import main
from backend.console import COMMANDS
from tests.rig.server import Server, Servers

FOUND = "township create --code xq --name 新桥镇 --county-code sx --county 示例县 --profile changjiang --number-word 新执巡"
ADMINISTRATOR = "user create --username guanli --name 易安澜 --unit xq --role administrator"


def lines(text: str) -> int:
    return len(text.strip().splitlines())


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*name.split(), "--help"])
    assert ended.value.code == 0
    assert "usage: liandong" in capsys.readouterr().out


@pytest.mark.parametrize("typed", [[], ["nonsense"], ["serve", "--nonsense"], ["token"], ["user", "create"]])
def test_wrong_usage_ends_with_two(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


@pytest.fixture
def empty(servers: Servers, request: pytest.FixtureRequest) -> Server:
    """A migrated database with nothing in it, not served."""
    return servers.prepare(f"console-{len(servers.running)}")


def test_migrating_twice_changes_nothing(empty: Server) -> None:
    first, second = empty.liandong("migrate"), empty.liandong("migrate")
    assert (first.returncode, second.returncode) == (0, 0)
    assert second.stdout.startswith("schema up to date")
    assert lines(second.stdout) == 1
    assert empty.liandong("check").stdout == "ready\n"


@pytest.mark.either
@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("PORT", "abc", "PORT: 'abc' is no port number"),
        ("DATABASE_URL", "mysql://x", "DATABASE_URL: begins with"),
        ("DATABASE_URL", "postgresql://nobody@127.0.0.1:9/x", "Connection refused"),
        ("LIANDONG_ENV", "staging", "LIANDONG_ENV: 'staging' is none of demo, production, test"),
        ("LIANDONG_DEMO", "yes", "LIANDONG_DEMO: 'yes' is neither 0 nor 1"),
        ("LIANDONG_CLOCK_FILE", "/nowhere", "LIANDONG_CLOCK_FILE: only with LIANDONG_ENV=test"),
    ],
)
def test_a_bad_setting_is_named_in_one_line(empty: Server, variable: str, value: str, said: str) -> None:
    empty.environ |= {"LIANDONG_ENV": "demo", "LIANDONG_CLOCK_FILE": "", variable: value}
    done = empty.liandong("serve")
    assert done.returncode == 1
    assert done.stderr.startswith("liandong serve: ")
    assert said in done.stderr
    assert lines(done.stderr) == 1


@pytest.mark.either
def test_commands_on_an_empty_folder_say_what_to_run(servers: Servers) -> None:
    nowhere = servers.prepare("console-nowhere")
    nowhere.environ |= {"DATABASE_URL": f"sqlite:///{nowhere.data}/none/x.sqlite3"}
    check, token = nowhere.liandong("check"), nowhere.liandong("token", "create", "--user", "duiyuan")
    assert (check.returncode, token.returncode) == (1, 1)
    assert "liandong migrate" in check.stderr
    assert "liandong migrate" in token.stderr
    assert lines(token.stderr) == 1


@pytest.mark.either
@pytest.mark.parametrize("command", ["check", "migrate", "verify", "serve", "token create --user x"])
@pytest.mark.parametrize("begins_right", [False, True])
def test_a_damaged_database_is_told_in_one_line(
    servers: Servers, command: str, *, begins_right: bool
) -> None:
    house = servers.prepare(f"damaged-{command.split(maxsplit=1)[0]}-{begins_right}")
    file, noise = house.data / "damaged.sqlite3", random.Random(7).randbytes(8192)
    file.write_bytes(b"SQLite format 3\x00" * begins_right + noise)
    house.environ |= {"DATABASE_URL": f"sqlite:///{file}"}
    done = house.liandong(*command.split())
    assert (done.returncode, lines(done.stderr)) == (1, 1), done.stderr
    assert "the database file is damaged" in done.stderr
    assert file.read_bytes().endswith(noise)


def test_a_real_installation_begins_with_a_township_and_its_administrator(empty: Server) -> None:
    early = empty.liandong(*ADMINISTRATOR.split())
    assert early.returncode == 1
    assert "liandong township create" in early.stderr
    assert empty.liandong(*FOUND.split()).returncode == 0
    assert empty.liandong(*FOUND.split()).stderr == "liandong township create: the code 'xq' is taken\n"
    made = empty.liandong(*ADMINISTRATOR.split())
    assert made.returncode == 0, made.stderr
    password = made.stdout.splitlines()[-1]
    assert len(password) >= 10
    again = empty.liandong(*ADMINISTRATOR.split())
    assert (again.returncode, lines(again.stderr)) == (1, 1)
    assert "username" in again.stderr
    assert empty.liandong("verify").stdout.startswith("2 events")


def test_a_second_township_joins_its_county_and_does_not_rename_it(empty: Server) -> None:
    assert empty.liandong(*FOUND.split()).returncode == 0
    second = FOUND.replace("--code xq --name 新桥镇", "--code lq --name 老桥镇")
    other_name = empty.liandong(*second.replace("示例县", "示列县").split())
    assert (other_name.returncode, lines(other_name.stderr)) == (1, 1)
    assert "'sx' belongs to 示例县" in other_name.stderr
    assert empty.liandong(*second.split()).returncode == 0


def test_a_person_is_refused_with_the_reason(empty: Server) -> None:
    empty.liandong(*FOUND.split())
    typed = ADMINISTRATOR.split()
    for old, new, said in (
        ("administrator", "king", "roles"),
        ("guanli", "管理 员", "username"),
        ("xq", "yy", "'yy'"),
    ):
        done = empty.liandong(*(new if word == old else word for word in typed))
        assert (done.returncode, lines(done.stderr)) == (1, 1), done.stderr
        assert said in done.stderr
