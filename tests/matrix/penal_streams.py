"""The violation and the decision of a case that the matrix has put into the store."""

from collections.abc import Sequence
from uuid import UUID

from msgspec.structs import replace

from domain.case.intake.events import CaseSubmitted
from domain.case.penalty.events import FactsShown, PenaltyDecided
from domain.event_store.pending import StreamWrite
from domain.message import Event
from domain.penalties.events import PenaltyImposed
from domain.penalties.state import penalty_named
from domain.recorded_event import Envelope
from domain.services.penal.facts import ViolationFacts
from domain.violations.events import ViolationDecided, ViolationFactsShown
from tests.kit.penal_plots import on_record
from tests.matrix.situations import Situation


def of_a_penalty(
    case: UUID, violation: UUID, decision_no: str, situation: Situation
) -> Sequence[StreamWrite]:
    """As far as the history of the case has come."""
    like, state = situation.history[0], situation.case
    told = [each.event for each in situation.history]
    (submitted,) = (each for each in told if isinstance(each, CaseSubmitted))
    assert isinstance(submitted.facts, ViolationFacts)
    plate = submitted.violation_plate_index or b""
    events: list[Event] = [*on_record(submitted.facts, state.office, plate)]
    if any(isinstance(each, FactsShown) for each in told):
        events.append(ViolationFactsShown(case=case))
    decided = next((each for each in told if isinstance(each, PenaltyDecided)), None)
    if decided is None:
        return [_write(violation, events, like)]
    day, fine = decided.decided_on, decided.fine_fen
    events.append(ViolationDecided(case=case, decision_no=decision_no, decided_on=day, online=True))
    imposed = PenaltyImposed(
        decision_no=decision_no,
        office=state.office,
        fine_fen=fine,
        decided_on=day,
        online=True,
        case=case,
        violation=violation,
    )
    return [
        _write(violation, events, like),
        _write(penalty_named(decision_no), [imposed], like),
    ]


def _write(stream: UUID, events: Sequence[Event], like: Envelope[Event]) -> StreamWrite:
    return StreamWrite(stream, 0, tuple(replace(like, event=each) for each in events))
