"""代录: what a body that does not answer here itself said, recorded by who turned to it: who spoke, how, in their words. Pure."""

from typing import Any, Final, Literal, Protocol

from backend.foundation.journal.sentences import Payload
from backend.foundation.refusals import Refusal

Channel = Literal["phone", "in_person", "radio", "message", "letter"]
CHANNELS: Final[dict[str, str]] = {
    "phone": "电话",
    "in_person": "当面",
    "radio": "对讲机",
    "message": "短信、微信",
    "letter": "书面",
}


class Speaker(Protocol):
    """Who of that body said it, as it comes over the API."""

    @property
    def name(self) -> str: ...
    @property
    def position(self) -> str | None: ...
    @property
    def channel(self) -> str: ...
    @property
    def words(self) -> str | None: ...


class Spoken(Protocol):
    """The columns of a step that was recorded so."""

    @property
    def speaker(self) -> str: ...
    @property
    def speaker_position(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def words(self) -> str: ...


def in_whose_name(*, own: bool, on_behalf: bool) -> None:
    """The body that is turned to speaks for itself (`own`); the others may only record what it said, and say so.

    Refuses `on_behalf_needed`, `on_behalf_of_oneself`.
    """
    if own and on_behalf:
        raise Refusal("on_behalf_of_oneself")
    if not own and not on_behalf:
        raise Refusal("on_behalf_needed", fields={"on_behalf": "写明谁、怎么、说了什么"})


def spoken_with(said: Speaker) -> dict[str, str]:
    """The columns of who it was talked about with, how, and what they said."""
    return {
        "speaker": said.name,
        "speaker_position": said.position or "",
        "channel": said.channel,
        "words": said.words or "",
    }


def spoken(said: Speaker | None) -> dict[str, Any]:
    """The columns of what was recorded on behalf."""
    return {"on_behalf": True, **spoken_with(said)} if said else {}


def spoken_json(step: Spoken) -> dict[str, Any]:
    return {
        "name": step.speaker,
        "position": step.speaker_position,
        "channel": step.channel,
        "words": step.words,
    }


def spoken_words(payload: Payload) -> str:
    """张工（值班室）电话：“马上派人”."""
    who = payload.get("speaker", "")
    position = f"（{payload['speaker_position']}）" if payload.get("speaker_position") else ""
    words = f"：“{payload['words']}”" if payload.get("words") else ""
    return f"{who}{position}{CHANNELS.get(payload.get('channel', ''), '')}{words}"


def told_on_behalf(told: str, payload: Payload) -> str:
    """A sentence with what was said behind it, where it was recorded so."""
    return f"{told}（代录：{spoken_words(payload)}）" if payload.get("on_behalf") else told
