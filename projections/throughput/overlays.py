"""What is counted of a case that goes to another office, ahead of the others, or rests."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.calendar import local_day
from domain.case.deadlines.due import holds_after
from domain.case.overlays.events import (
    CaseTransferred,
    EscalationRequested,
    GreenChannelDenied,
    GreenChannelGranted,
    HoldReleased,
    HoldSet,
)
from domain.case.rest import rests
from domain.clocks.clock import Clock
from domain.message import Event
from projections.throughput import measures
from projections.throughput.counting import NOTHING, Counting, Counts


def _escalated(told: Counting, event: EscalationRequested) -> Sequence[str]:
    told.so_far.escalated_at = told.at
    return NOTHING


def _denied(told: Counting, event: GreenChannelDenied) -> Sequence[str]:
    told.so_far.escalated_at = None
    return NOTHING


def _granted(told: Counting, event: GreenChannelGranted) -> Sequence[str]:
    if not told.green:
        told.goes_to(told.office, green=True)
    return (f"{measures.GREEN}:{event.kind}",)


def _transferred(told: Counting, event: CaseTransferred) -> Sequence[str]:
    if event.to_office != told.office:
        told.goes_to(event.to_office, green=told.green)
    return NOTHING


def _held(told: Counting, event: HoldSet | HoldReleased) -> Sequence[str]:
    """While the days of acceptance rest, nothing is accepted late that was not late before."""
    so_far = told.so_far
    so_far.holds = holds_after(so_far.holds, event)
    if not rests(Clock.ACCEPT_1, so_far.holds):
        so_far.accept_rests_from = None
    elif so_far.accept_rests_from is None:
        so_far.accept_rests_from = local_day(told.at)
    return NOTHING


OVERLAYS: Final[Mapping[type[Event], Counts]] = {
    EscalationRequested: _escalated,
    GreenChannelDenied: _denied,
    GreenChannelGranted: _granted,
    CaseTransferred: _transferred,
    HoldSet: _held,
    HoldReleased: _held,
}
