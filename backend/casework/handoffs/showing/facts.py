"""What stands beside the facts of a case in words: who the party is, how it was stopped, told, agreed to."""

from backend.casework import parties
from backend.casework.handoffs import papers
from backend.casework.handoffs.rules.handoff import Handoff


def facts_in_words(handoff: Handoff) -> dict[str, str]:
    """As the letter says it; empty where nothing is known. `minor`: the party is not of age."""
    age = handoff.party_age
    return {
        "kind": parties.KINDS.get(handoff.party_kind, ""),
        "age": parties.AGES.get(age, ""),
        "minor": "当事人是未成年人" if age in parties.MINORS else "",
        "stopped": papers.stopped(handoff.stop),
        "told": papers.told(handoff.notice),
        "consented": papers.consented(handoff),
        "delegated": handoff.provision.words if handoff.provision else "",
    }
