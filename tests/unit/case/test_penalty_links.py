"""What a penalty means to the violation and to the decision happens in the same instant."""

from uuid import UUID

from msgspec.structs import replace

from domain.aggregate import Decided
from domain.case.case import CASE
from domain.case.penalty.commands import DecidePenalty, ServeDecision, ShowFacts, UpholdStatement
from domain.case.penalty.decision import numbers
from domain.case.remedies.commands import RecordReconsiderationDecision
from domain.case.remedies.events import ReconsiderationFiled
from domain.case.remedies.reasons import ReconsiderationOutcome
from domain.case.review.events import RegisterChangesOrdered
from domain.case.state import Case
from domain.claims.commands import TakeClaim
from domain.claims.state import register_record
from domain.message import Command
from domain.penalties.commands import ImposePenalty, RevokePenalty, ServePenalty
from domain.penalties.reasons import ServiceManner
from domain.penalties.state import penalty_named
from domain.people import Actor, Role
from domain.register.changes import OutcomeUndone
from domain.register.licence_changes import PointsScored
from domain.violations.commands import (
    DecideViolation,
    DropViolation,
    ReleaseViolation,
    ShowViolationFacts,
)
from tests.unit.case.given import STREAM
from tests.unit.case.penal_situations import (
    CLERK,
    FACTS,
    LICENCE,
    TODAY,
    VIOLATION,
    checked,
    decide,
    submitted,
)
from tests.unit.case.test_penalty import ACCEPTED, HEARD

NUMBER = numbers(CASE.fold(ACCEPTED))[0]
LEADER = Actor(Role.SUPERVISOR, "leader", "410100")
IMPOSED = ImposePenalty(
    decision_no=NUMBER,
    office="410100",
    fine_fen=100_00,
    online=True,
    case=STREAM,
    violation=VIOLATION,
)


def linked(decided: Decided[Case], stream: UUID) -> list[Command]:
    return [link.command for link in decided.links if link.stream == stream]


def test_a_violation_whose_facts_are_shown_is_that_of_the_case() -> None:
    decided = decide(ShowFacts(), [submitted(), *checked()])
    assert linked(decided, VIOLATION) == [ShowViolationFacts(case=STREAM)]


def test_a_decision_is_imposed_served_and_noted_at_the_violation_and_the_licence() -> None:
    decided = decide(DecidePenalty(), ACCEPTED)
    assert linked(decided, VIOLATION) == [
        DecideViolation(case=STREAM, decision_no=NUMBER, online=True)
    ]
    served = replace(IMPOSED, received_on=TODAY, manner=ServiceManner.ELECTRONIC)
    assert linked(decided, penalty_named(NUMBER)) == [served]
    (taken,) = linked(decided, register_record(LICENCE))
    assert isinstance(taken, TakeClaim)


def test_a_decision_on_paper_is_served_later() -> None:
    history = [
        submitted(replace(FACTS, electronic_service=False)),
        *ACCEPTED[1:],
    ]
    decided = decide(DecidePenalty(), history)
    assert linked(decided, penalty_named(NUMBER)) == [IMPOSED]
    serve = ServeDecision(received_on=TODAY, manner=ServiceManner.IN_PERSON)
    served = decide(serve, [*history, *decided.events], CLERK)
    assert linked(served, penalty_named(NUMBER)) == [
        ServePenalty(received_on=TODAY, manner=ServiceManner.IN_PERSON)
    ]
    assert linked(served, VIOLATION) == []


def test_a_violation_for_which_nobody_is_punished_is_dropped() -> None:
    decided = decide(UpholdStatement(note="pii1.n"), HEARD, CLERK)
    assert linked(decided, VIOLATION) == [DropViolation(case=STREAM)]


def test_a_penalty_that_falls_is_revoked_with_its_points_and_the_violation_is_open_again() -> None:
    history = (
        *ACCEPTED,
        *decide(DecidePenalty(), ACCEPTED).events,
        ReconsiderationFiled(in_time=True),
    )
    for outcome in (ReconsiderationOutcome.REVOKED, ReconsiderationOutcome.CHANGED):
        fallen = decide(RecordReconsiderationDecision(outcome=outcome), history, LEADER)
        assert linked(fallen, penalty_named(NUMBER)) == [RevokePenalty()]
        assert linked(fallen, VIOLATION) == [ReleaseViolation(case=STREAM)]
        (ordered,) = (e for e in fallen.events if isinstance(e, RegisterChangesOrdered))
        scored = PointsScored(scored_on=TODAY, points=3)
        assert ordered.changes == (OutcomeUndone(changes=(scored,)),)
    upheld = RecordReconsiderationDecision(outcome=ReconsiderationOutcome.UPHELD)
    assert linked(decide(upheld, history, LEADER), VIOLATION) == []
