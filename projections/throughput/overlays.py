"""What is counted of a case that goes to another office, or ahead of the others."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.case.overlays.events import (
    CaseTransferred,
    EscalationRequested,
    GreenChannelDenied,
    GreenChannelGranted,
)
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


OVERLAYS: Final[Mapping[type[Event], Counts]] = {
    EscalationRequested: _escalated,
    GreenChannelDenied: _denied,
    GreenChannelGranted: _granted,
    CaseTransferred: _transferred,
}
