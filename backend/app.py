"""The application: the only place that knows every room."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from litestar import Litestar, Router, get
from litestar.config.compression import CompressionConfig
from litestar.exceptions import HTTPException
from litestar.logging import LoggingConfig
from litestar.middleware import DefineMiddleware
from litestar.openapi import OpenAPIConfig
from litestar.plugins import PluginProtocol
from litestar.plugins.core import MsgspecDIPlugin
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template.config import TemplateConfig

from backend.foundation.beside import going_on, keep_doing
from backend.foundation.database import close_database, open_database, row
from backend.foundation.journal.heads import keep_heads
from backend.foundation.live import close_live, open_live
from backend.foundation.now import now
from backend.foundation.refusals import Refusal
from backend.foundation.web import assets, errors, live, offline, problems
from backend.foundation.web.authentication import Authentication
from backend.foundation.web.description import DescribedJson, only_the_description
from backend.foundation.web.frame import count_tabs
from backend.foundation.web.guards import public
from backend.foundation.web.pages import place_tabs
from backend.foundation.web.security import secured
from backend.foundation.web.words import filters
from backend.rooms import ROUTES
from backend.running import close_rooms, open_rooms
from backend.settings import ROOT
from backend.tabs import COUNTERS, TABS

HEADS_EVERY = timedelta(hours=1)


@get("/healthz", guards=[public], include_in_schema=False)
async def health() -> dict[str, Any]:
    """Whether the server answers and the database with it."""
    await row("SELECT 1 AS alive")
    return {"status": "ok", "time": now().isoformat()}


class House(Litestar):
    """Litestar without its plugins for pydantic and attrs, which lie there for other packages' sake and nothing here uses:
    a tenth of a second of every start, nine megabytes of every worker."""

    @staticmethod
    def _get_default_plugins(plugins: list[PluginProtocol]) -> list[PluginProtocol]:
        return [*plugins, MsgspecDIPlugin()]


def create_app() -> Litestar:
    """The one factory; granian calls it in its worker."""
    place_tabs(TABS)
    count_tabs(COUNTERS)
    return House(
        route_handlers=[health, *assets.ROUTES, *offline.ROUTES, *problems.ROUTES, *live.ROUTES, *ROUTES],
        lifespan=[_running],
        middleware=[DefineMiddleware(Authentication)],
        exception_handlers={
            Refusal: errors.refused,
            HTTPException: errors.http_refused,
            Exception: errors.failed,
        },
        before_send=[secured],
        template_config=TemplateConfig(engine=_templates()),
        compression_config=_compression(),
        openapi_config=_description(),
        # Refusals are answers, not faults; what nobody foresaw is logged by errors.failed.
        logging_config=LoggingConfig(log_exceptions="never"),
        request_max_body_size=2_000_000,
    )


def _compression() -> CompressionConfig:
    return CompressionConfig(
        backend="brotli",
        brotli_gzip_fallback=True,
        minimum_size=1000,
        exclude=[
            "^/static/",
            r"^/sw\.js$",
            "^/live$",
            "/content$",
            r"[./](xlsx|pdf|docx|zip)$",
            "^/ledger/exports/",
        ],
    )


def _description() -> OpenAPIConfig:
    return OpenAPIConfig(
        title="Liandong",
        version="1",
        openapi_router=Router(
            "/api/v1", route_handlers=[], include_in_schema=False, before_request=only_the_description
        ),
        use_handler_docstrings=True,
        render_plugins=[DescribedJson(path="/openapi.json")],
    )


def _templates() -> JinjaTemplateEngine:
    engine = JinjaTemplateEngine(directory=ROOT / "templates")
    engine.engine.trim_blocks = engine.engine.lstrip_blocks = True
    engine.engine.auto_reload = False
    engine.engine.filters.update(filters(now))
    return engine


@asynccontextmanager
async def _running(_app: Litestar) -> AsyncIterator[None]:
    """Database, rooms and the hourly head, for as long as the worker lives."""
    await open_database()
    await open_live()
    await open_rooms()
    heads = keep_doing(lambda: keep_heads(now()), HEADS_EVERY, "keeping the signed heads")
    try:
        async with going_on("signed heads", heads):
            yield
    finally:
        await close_rooms()
        await close_live()
        await close_database()
