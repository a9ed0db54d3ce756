"""The invented county is the one the contract names."""

from datetime import UTC, datetime

from backend.demo.announcement import announce
from backend.demo.organisation import found, organisation, shared_hash, signing_in
from backend.foundation.database import row, rows, transaction
from backend.foundation.people.passwords import is_password
from backend.foundation.people.permissions import ROLES
from backend.foundation.people.units import UNIT_KINDS
from tests.rig.database import RolledBack

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
UNITS = {
    "sfz", "sfz-zfd", "sfz-pcs", "sfz-jj", "sfz-sfs", "sfz-zrs", "sfz-scs", "sfz-dzb", "sfz-dw", "cgj", "yjj", "slj",
    "gaj", "jcy", "fy", "sfj", "xf", "xfj", "lz",
}  # fmt: skip
SIGN_INS = {
    "duiyuan", "duiyuan2", "xieguan", "duizhang", "neiqin", "minjing", "suozhang", "jiaojing", "ziran", "shichang",
    "fazhi", "lingdao", "zhenzhang", "dangban", "zhihui", "chengguan", "chengguan2", "yingji", "gongan", "jiancha",
    "fayuan", "xianban", "jiandu", "jiandu2", "xinfang", "guanli", "linzhen",
}  # fmt: skip


async def settle() -> None:
    async with transaction():
        await found("zhaoba", NOW, await shared_hash())


def test_units_and_sign_ins_are_those_of_the_contract() -> None:
    assert set(organisation()["units"]) == UNITS
    assert {username for username, _ in signing_in()} == SIGN_INS


def test_every_kind_and_role_is_known_to_the_product() -> None:
    told = organisation()
    assert {unit["kind"] for unit in told["units"].values()} <= set(UNIT_KINDS)
    assert {role for officer in told["officers"].values() for role in officer["roles"]} == set(ROLES)


async def test_both_townships_run_on_the_profile_asked_for(database: RolledBack) -> None:
    await settle()
    townships = await rows("SELECT code, profile, number_word, demo FROM townships ORDER BY code")
    assert [tuple(township.values()) for township in townships] == [
        ("lz", "zhaoba", "邻执巡", True),
        ("sfz", "zhaoba", "示执巡", True),
    ]


async def test_everybody_signs_in_with_the_one_password_and_keeps_it(database: RolledBack) -> None:
    await settle()
    people = await rows("SELECT password_hash, must_change_password FROM officers WHERE password_hash <> ''")
    assert len(people) == len(SIGN_INS)
    assert not any(person["must_change_password"] for person in people)
    [shared] = {person["password_hash"] for person in people}
    assert await is_password(shared, "liandong-demo")


async def test_each_liaison_is_of_their_own_unit(database: RolledBack) -> None:
    await settle()
    strangers = await rows(
        "SELECT u.code FROM units u LEFT JOIN officers o ON o.id = u.liaison AND o.unit = u.id "
        "WHERE u.code <> 'slj' AND o.id IS NULL"
    )
    assert strangers == []


async def test_two_officers_and_the_captain_hold_certificates_and_the_auxiliary_none(
    database: RolledBack,
) -> None:
    await settle()
    held = await rows(
        "SELECT o.username FROM certificates c JOIN officers o ON o.id = c.officer JOIN units u ON u.id = o.unit "
        "WHERE u.code = 'sfz-zfd' ORDER BY o.username"
    )
    assert [officer["username"] for officer in held] == ["duiyuan", "duiyuan2", "duiyuan3", "duizhang"]
    suspended = await row("SELECT o.username FROM suspensions s JOIN certificates c ON c.id = s.certificate "
                          "JOIN officers o ON o.id = c.officer")  # fmt: skip
    assert suspended == {"username": "duiyuan3"}


def test_the_announcement_fits_one_screen() -> None:
    said = announce(["http://127.0.0.1:8000"]).splitlines()
    assert len(said) <= 24
    assert all(any(username in line for line in said) for username in SIGN_INS)
