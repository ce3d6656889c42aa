"""Whether a case that officers review has somebody by name who answers for it."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.case.review.events import CaseAssigned, ReviewStarted
from domain.message import Event
from projections.throughput import measures
from projections.throughput.counting import NOTHING, Counting, Counts


def is_named(told: Counting) -> None:
    """Counts where the case was accepted that somebody answers for it now."""
    if told.so_far.unnamed:
        told.count_at(told.so_far.unnamed, measures.HANDLER_NAMED)
        told.so_far.unnamed = None


def is_taken_up(told: Counting) -> None:
    """Whoever reviews or decides it answers for it. What a program does needs nobody."""
    if told.by_program:
        told.so_far.unnamed = None
    is_named(told)


def _assigned(told: Counting, event: CaseAssigned) -> Sequence[str]:
    is_named(told)
    return NOTHING


def _review_started(told: Counting, event: ReviewStarted) -> Sequence[str]:
    is_taken_up(told)
    return NOTHING


HANDLERS: Final[Mapping[type[Event], Counts]] = {
    CaseAssigned: _assigned,
    ReviewStarted: _review_started,
}
