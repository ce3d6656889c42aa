"""Who gives a command to a case, and in whose hands it is meanwhile."""

from collections.abc import Callable
from typing import Final

from hypothesis import strategies as st

from domain.case.case import CASE
from domain.case.review.assignment import is_free
from domain.case.review.commands import ReassignCase, StartReview
from domain.case.stage import UNDER_REVIEW, Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.message import Command
from domain.people import Actor, Role
from tests.property.own_matters import RELATED

PEOPLE: Final = [
    *(Actor(role, f"{role}-{n}", "410100") for role in Role for n in (1, 2, 3)),
    *RELATED,
]


def giver(
    kind: type[Command], case: Case, seen_by: Callable[[Actor], Circumstances]
) -> st.SearchStrategy[Actor]:
    """Mostly one of those who may give it as things stand, or else anyone who has the role."""
    who = [by for by in PEOPLE if by.role in CASE.row(kind).by]
    may = [by for by in who if kind in CASE.possible_to(case, seen_by(by))]
    return st.sampled_from([*(may or who) * 4, *who])


def never_stuck(case: Case) -> None:
    """Whoever falls ill, another officer can go on: at once, or by the word of a leader."""
    if case.stage is Stage.IN_REVIEW:
        possible = CASE.possible(case)
        assert (StartReview in possible) == is_free(case)
        assert (ReassignCase in possible) == (not is_free(case))
    assert case.lent is None or case.stage in UNDER_REVIEW
