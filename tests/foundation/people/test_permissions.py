"""The permission table as the domain has it."""

import pytest

from backend.foundation.people.permissions import ACTIONS, ALL_PATROLS, EVERYONE, ROLES

CASE_CONTENT = [act for act in ACTIONS if act.split(".")[0] in {"patrol", "finding", "photo", "ledger"}]


def test_only_known_roles_are_given_anything() -> None:
    assert set().union(*ACTIONS.values()) <= set(ROLES)


@pytest.mark.parametrize("act", CASE_CONTENT)
def test_administrators_see_no_case(act: str) -> None:
    assert "administrator" not in ACTIONS[act]


@pytest.mark.parametrize("act", ["people.read", "people.manage", "settings.manage"])
def test_people_and_settings_are_the_administrators_alone(act: str) -> None:
    assert ACTIONS[act] == {"administrator"}


def test_everybody_has_a_page_of_their_own() -> None:
    assert ACTIONS["self.use"] == EVERYONE == set(ROLES)


def test_leaders_remark_and_do_not_write_patrols() -> None:
    assert ACTIONS["patrol.remark"] == {"leader", "mayor"}
    assert not ACTIONS["patrol.write"] & {"leader", "mayor", "dispatcher", "office"}


def test_police_and_stationed_offices_see_their_own_patrols_not_all() -> None:
    assert not ALL_PATROLS & {"police", "police_chief", "traffic_police", "station", "legal"}
