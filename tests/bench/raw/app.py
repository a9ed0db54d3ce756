"""The limit: the same framework and the same server, and by hand the least that does the same work.

`python -m tests.bench.raw.app` serves it in the environment of a server of the rig; the statements it repeats lie
in that server's folder.
"""

import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from litestar import Litestar, Request, get, put
from litestar.template.config import TemplateConfig

from backend.app import _templates
from backend.console.serving import answering
from backend.settings import settings
from tests.bench.raw.ledger import show_ledger
from tests.bench.raw.statements import again, database

ANSWER = {"id": str(uuid4()), "version": 1}


@get("/healthz")
async def health() -> str:
    return "ok"


@put("/patrol", status_code=201)
async def put_patrol(data: dict[str, Any]) -> dict[str, Any]:
    """An empty handler that takes the body, and the product's statements in one durable transaction."""
    await database().write(again("patrol"))
    return ANSWER


@put("/photo", status_code=201)
async def put_photo(request: Request[Any, Any, Any]) -> dict[str, Any]:
    """Write, fsync, hash and one commit."""
    body = await request.body()
    _write(settings().data_dir / "photos" / hashlib.sha256(body).hexdigest(), body)
    await database().write(again("note"))
    return ANSWER


def _write(path: Path, body: bytes) -> None:
    with path.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


@asynccontextmanager
async def _running(_app: Litestar) -> AsyncIterator[None]:
    (settings().data_dir / "photos").mkdir(exist_ok=True)
    await database().open()
    yield


def create_app() -> Litestar:
    return Litestar(
        [health, show_ledger, put_patrol, put_photo],
        lifespan=[_running],
        template_config=TemplateConfig(engine=_templates()),
        openapi_config=None,
        logging_config=None,
    )


if __name__ == "__main__":
    answering("tests.bench.raw.app:create_app", settings(), {}).serve()
