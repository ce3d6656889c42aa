"""What is counted from the application to its acceptance."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.case.intake.events import (
    CaseAccepted,
    CorrectionRequested,
    CorrectionSupplied,
    DeemedAccepted,
    PaymentReceived,
)
from domain.case.remedies.events import CaseReopened
from domain.message import Event
from projections.throughput import measures
from projections.throughput.counting import NOTHING, Counting, Counts


def _accept_by(told: Counting, event: PaymentReceived | CorrectionSupplied) -> Sequence[str]:
    told.so_far.accept_by = event.accept_by or told.so_far.accept_by
    return NOTHING


def accepted(told: Counting, event: CaseAccepted | CaseReopened) -> Sequence[str]:
    by, rests_from = told.so_far.accept_by, told.so_far.accept_rests_from
    on = min(event.accepted_on, rests_from) if rests_from else event.accepted_on
    return _begins(told, event, late=by is not None and on > by)


def _deemed_accepted(told: Counting, event: DeemedAccepted) -> Sequence[str]:
    """Late by its nature: the office let its days pass."""
    return _begins(told, event, late=True)


def _begins(
    told: Counting, event: CaseAccepted | CaseReopened | DeemedAccepted, *, late: bool
) -> Sequence[str]:
    so_far = told.so_far
    so_far.handled_from, so_far.decide_by, so_far.accept_by = told.at, event.decide_by, None
    so_far.unnamed = told.place
    return (measures.ACCEPTED, measures.ACCEPTED_LATE) if late else (measures.ACCEPTED,)


def _to_correct(told: Counting, event: CorrectionRequested) -> Sequence[str]:
    """Only the first counts; the second says that the first was not enough.

    What had to be put right counts each time, and once for a notice that names it twice.
    """
    so_far = told.so_far
    so_far.corrections += 1
    found = {f"{measures.CORRECTED_FOR}:{defect.code}": None for defect in event.defects}
    if so_far.corrections > 1:
        so_far.corrected = None
        return tuple(found)
    so_far.corrected = told.place
    if so_far.submitted:
        told.count_at(so_far.submitted, measures.SUBMITTED_CORRECTED)
        so_far.submitted = None
    return (measures.CORRECTED, *found)


INTAKE: Final[Mapping[type[Event], Counts]] = {
    PaymentReceived: _accept_by,
    CorrectionSupplied: _accept_by,
    CaseAccepted: accepted,
    DeemedAccepted: _deemed_accepted,
    CorrectionRequested: _to_correct,
}
