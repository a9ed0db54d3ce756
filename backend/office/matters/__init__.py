"""行政执法事项清单 (M01): what is punishable, who supervises, who punishes, since when and by which paper."""

from backend.office.matters.queries.in_force import demand_matter, matter_in_force, matters_in_force
from backend.office.matters.queries.reach import lists_open_to
from backend.office.matters.queries.searching import Answer, search
from backend.office.matters.rules.answering import verdict
from backend.office.matters.rules.matter import Body, Matter

__all__ = [
    "Answer",
    "Body",
    "Matter",
    "demand_matter",
    "lists_open_to",
    "matter_in_force",
    "matters_in_force",
    "search",
    "verdict",
]
