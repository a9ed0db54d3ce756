"""紧急支援时间链 as the paper prints it. Pure."""

from collections.abc import Callable, Iterable, Iterator

from backend.field.assists.queries.chain import Chain
from backend.foundation.letters.patrol_page import PrintedCall


def printed_calls(chains: Iterable[Chain], written: Callable[[str], str]) -> Iterator[PrintedCall]:
    """`written` masks what people wrote freely."""
    for chain in chains:
        number = f"110接警编号{chain.alarm_number}" if chain.alarm_number else ""
        closing = [words for words in (number, chain.end_reason, chain.outcome) if words]
        links = tuple((link.clock, link.words, link.who) for link in chain.links)
        yield PrintedCall(written(chain.title), chain.mark, written("；".join(closing)), links)


def free_texts(chains: Iterable[Chain]) -> Iterator[str]:
    """What people wrote freely in them."""
    for chain in chains:
        yield from (chain.title, chain.end_reason, chain.outcome)
