"""JSON bodies: decoded once, strictly, straight into their struct; what does not fit is refused in our own words."""

from collections.abc import Generator
from datetime import datetime
from functools import cache
from typing import Any, ClassVar

import msgspec
from litestar.dto import AbstractDTO, DTOFieldDefinition
from litestar.openapi.spec import Reference, Schema
from litestar.typing import FieldDefinition
from msgspec import inspect

from backend.foundation.blank import is_blank
from backend.foundation.refusals import Refusal
from backend.foundation.web.faults import refusal_of

EARLIEST, LATEST = 1970, 2200


class Body(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What a device sends. Whatever its fields say, no text breaks a database and no year breaks the calendar, and text
    that shows nothing counts as none."""

    def __post_init__(self) -> None:
        for field in self.__struct_fields__:
            value = getattr(self, field)
            _check(field, value)
            if any(is_blank(text) for text in _texts(value)):
                if field in _written(type(self)):
                    raise ValueError(f"{field}：必须填写")
                if isinstance(value, str):
                    setattr(self, field, "")


class JsonBody(AbstractDTO[Any]):
    """`data` of every API handler: Litestar's own conversion would take "23" for 23 and decode twice."""

    _decoders: ClassVar[dict[str, "msgspec.json.Decoder[Any]"]] = {}
    # Litestar puts the handler's id together anew each time it is asked for it.
    _of_handler: ClassVar[dict[Any, "msgspec.json.Decoder[Any]"]] = {}

    @classmethod
    def create_for_field_definition(
        cls,
        field_definition: FieldDefinition,
        handler_id: str,
        backend_cls: Any = None,  # noqa: ARG003 — as Litestar calls it
    ) -> None:
        cls._decoders[handler_id] = msgspec.json.Decoder(field_definition.annotation)

    @classmethod
    def create_openapi_schema(  # the signature is Litestar's
        cls,
        field_definition: FieldDefinition,
        handler_id: str,  # noqa: ARG003
        schema_creator: Any,
    ) -> Reference | Schema:
        found: Reference | Schema = schema_creator.for_field_definition(field_definition)
        return found

    @classmethod
    def generate_field_definitions(
        cls,
        model_type: type[Any],  # noqa: ARG003 — as Litestar calls it
    ) -> Generator[DTOFieldDefinition, None, None]:
        """None of its own: the decoder knows the fields of a struct."""
        yield from ()

    @classmethod
    def detect_nested_field(cls, field_definition: FieldDefinition) -> bool:  # noqa: ARG003 — as Litestar calls it
        return False

    def decode_bytes(self, value: bytes) -> Any:
        """The body as its struct; refuses `media_type`, `invalid_json`, `unknown_field` and `invalid`."""
        sent_as = self.asgi_connection.headers.get("content-type", "application/json")
        if sent_as.split(";")[0].strip().lower() != "application/json":
            raise Refusal("media_type", "内容类型写 application/json")
        decoder = self._decoder()
        try:
            return decoder.decode(value)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            mended = _mended(decoder.type, value)
            if mended is not None:
                return mended
            is_json = isinstance(error, msgspec.ValidationError)
            raise (refusal_of(str(error)) if is_json else Refusal("invalid_json")) from None

    def _decoder(self) -> "msgspec.json.Decoder[Any]":
        handler = self.asgi_connection.route_handler
        if handler not in self._of_handler:
            self._of_handler[handler] = self._decoders[handler.handler_id]
        return self._of_handler[handler]


def _mended(kind: Any, raw: bytes) -> Any:
    """What a body that must not be refused (a call for help) makes of what it cannot read; None for all others."""
    mend = getattr(kind, "mended", None)
    return mend(raw) if mend else None


def _texts(value: Any) -> tuple[str, ...]:
    """The text of a field, or the texts of a list."""
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


@cache
def _written(body: type[Body]) -> frozenset[str]:
    """The fields whose text, or each of whose texts, may not be empty."""
    described = inspect.type_info(body)
    assert isinstance(described, inspect.StructType)
    return frozenset(field.name for field in described.fields if _asks_for_text(field.type))


def _asks_for_text(kind: inspect.Type) -> bool:
    match kind:
        case inspect.StrType():
            return bool(kind.min_length)
        case inspect.UnionType():
            return any(_asks_for_text(each) for each in kind.types)
        case inspect.ListType():
            return _asks_for_text(kind.item_type)
    return False


def _check(field: str, value: Any) -> None:
    if isinstance(value, str) and "\x00" in value:
        raise ValueError(f"{field}：有不能用的字符")
    if isinstance(value, datetime) and not EARLIEST <= value.year <= LATEST:
        raise ValueError(f"{field}：年份从{EARLIEST}到{LATEST}")
    if isinstance(value, list):
        for item in value:
            _check(field, item)
