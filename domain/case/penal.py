"""Which cases are about a penalty. Nobody applies for one, so they go a way of their own."""

from domain.case.state import Case
from domain.services.penal.facts import PenalFacts


def is_penal(current: Case) -> bool:
    return isinstance(current.facts, PenalFacts)


def is_applied_for(current: Case) -> bool:
    """Whether the office accepts it, reviews it and grants it or not, as it does a licence."""
    return not is_penal(current)
