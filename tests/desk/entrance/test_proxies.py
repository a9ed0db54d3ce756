"""Behind a proxy of its own the house tells visitors apart: one who guesses makes nobody else wait."""

from http import HTTPStatus

import httpx
import pytest

from backend.foundation.people.sign_in import ADDRESS_TRIES
from tests.rig.server import Servers

pytestmark = pytest.mark.either

MANY = ADDRESS_TRIES + 1


def guess(door: httpx.Client, number: int, told: str) -> int:
    form = {"username": f"nobody-{number}", "password": "not the password"}
    return door.post("/login", data=form, headers={"X-Forwarded-For": told}).status_code


def test_one_who_guesses_through_the_proxy_delays_himself_alone(servers: Servers) -> None:
    house = servers.prepare("behind-a-proxy", LIANDONG_PROXIES="127.0.0.1").start()
    with httpx.Client(base_url=house.url, timeout=30) as proxy:
        answers = [guess(proxy, number, "203.0.113.7") for number in range(MANY)]
        assert answers == [HTTPStatus.UNAUTHORIZED] * ADDRESS_TRIES + [HTTPStatus.TOO_MANY_REQUESTS]
        assert guess(proxy, MANY, "198.51.100.1, 203.0.113.7") == HTTPStatus.TOO_MANY_REQUESTS
        assert guess(proxy, MANY, "198.51.100.1") == HTTPStatus.UNAUTHORIZED
    house.kill()


def test_a_visitor_whom_nobody_vouches_for_is_taken_by_his_connection(servers: Servers) -> None:
    house = servers.prepare("without-a-proxy").start()
    with httpx.Client(base_url=house.url, timeout=30) as door:
        answers = [guess(door, number, f"203.0.113.{number}") for number in range(MANY)]
    assert answers[-1] == HTTPStatus.TOO_MANY_REQUESTS
    house.kill()
