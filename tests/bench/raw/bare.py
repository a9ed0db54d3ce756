"""The framework and the server with a single handler: nothing of the product starts quicker. `python -m tests.bench.raw.bare`."""

import os

from granian import Granian
from granian.constants import Interfaces
from litestar import Litestar, get


@get("/login", sync_to_thread=False)
def show_login() -> str:
    return "登录"


def create_app() -> Litestar:
    return Litestar([show_login], openapi_config=None, logging_config=None)


if __name__ == "__main__":
    Granian(
        "tests.bench.raw.bare:create_app",
        factory=True,
        port=int(os.environ["PORT"]),
        interface=Interfaces.ASGI,
    ).serve()
