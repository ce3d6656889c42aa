"""Facts are shown, accepted or answered by a statement, and decided once."""

from datetime import date
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase, DeclineAcceptance
from domain.case.overlays.events import CaseTransferred
from domain.case.penalty.commands import (
    AcceptFacts,
    DecidePenalty,
    MakeStatement,
    RejectStatement,
    ServeDecision,
    ShowFacts,
    UpholdStatement,
)
from domain.case.penalty.decision import numbers
from domain.case.penalty.events import (
    DecisionServed,
    FactsAccepted,
    FactsShown,
    PenaltyDecided,
    StatementMade,
    StatementRejected,
    StatementUpheld,
)
from domain.case.penalty.refusals import (
    ReceivedBeforeDecided,
    ServedOnPaper,
    StatementUnanswered,
)
from domain.case.review.commands import CheckResult
from domain.case.review.events import CheckResultRecorded, RegisterChangesOrdered
from domain.case.review.refusals import ChecksFailed, ChecksMissing
from domain.case.stage import Stage
from domain.message import Event
from domain.penalties.reasons import ServiceManner
from domain.refusal import NotAsThingsStand
from domain.register.licence_changes import PointsScored
from domain.violations.events import ViolationFactsShown
from tests.unit.case.penal_situations import (
    CHECKER,
    CLERK,
    DRIVER,
    FACTS,
    KNOWN,
    LICENCE,
    ON_RECORD,
    TODAY,
    checked,
    decide,
    disputing,
    submitted,
)

SHOWN = FactsShown(
    officer="checker",
    act_code="1344",
    occurred_on=date(2020, 2, 17),
    fine_fen=100_00,
    points=3,
)
ACCEPTED = (submitted(), *checked(), KNOWN, SHOWN, FactsAccepted())
MADE = StatementMade(answer_by=date(2020, 3, 2))
HEARD = (disputing(), *checked(), KNOWN, SHOWN, MADE)
REJECTED = (*HEARD, StatementRejected(officer="clerk", note="pii1.n"))


def kinds(events: tuple[Event, ...]) -> list[str]:
    return [type(each).__name__ for each in events]


def test_facts_that_are_on_record_as_they_were_told_are_shown_and_accepted() -> None:
    decided = decide(ShowFacts(), [submitted(), *checked()])
    assert decided.events[1:] == (SHOWN, FactsAccepted())
    assert decided.after.checks["C-VIOLATION"] is True
    assert decided.after.stage is Stage.FACTS_SHOWN


@pytest.mark.parametrize(
    "told",
    [
        {"fine_fen": 200_00},
        {"points": 1},
        {"act_code": "1345"},
        {"occurred_on": date(2020, 2, 18)},
    ],
)
def test_facts_that_differ_from_the_record_are_not_shown(told: dict[str, object]) -> None:
    differs = submitted(replace(FACTS, **told))
    decided = decide(ShowFacts(), [differs, *checked()])
    (result,) = decided.events
    assert isinstance(result, CheckResultRecorded)
    assert (result.check, result.passed) == ("C-VIOLATION", False)
    assert decide(ShowFacts(), [differs, *checked(), result]).events == ()
    command = DeclineAcceptance(codes=("R-VIOLATION-UNKNOWN",))
    declined = decide(command, [differs, *checked(), result], CLERK)
    assert declined.after.stage is Stage.NOT_ACCEPTED


def test_a_plate_of_somebody_else_is_no_violation_of_his() -> None:
    other = replace(submitted(), violation_plate_index=b"q" * 16)
    (result,) = decide(ShowFacts(), [other, *checked()]).events
    assert isinstance(result, CheckResultRecorded)
    assert not result.passed


def test_what_is_not_published_or_in_another_case_is_not_shown() -> None:
    elsewhere = ViolationFactsShown(case=UUID(int=99))
    for violation in ((), ON_RECORD[:2], (*ON_RECORD, elsewhere)):
        decided = decide(ShowFacts(), [submitted(), *checked()], violation=violation)
        assert kinds(decided.events) == ["CheckResultRecorded"]


def test_an_officer_answers_for_the_checks_that_the_register_left_open() -> None:
    history = [submitted(), *checked("C-FILED")]
    with pytest.raises(ChecksMissing):
        decide(ShowFacts(), history, CLERK)
    shows = ShowFacts(results=(CheckResult("C-FILED", True),))
    assert decide(shows, history, CLERK).after.stage is Stage.FACTS_SHOWN
    with pytest.raises(ChecksFailed):
        decide(ShowFacts(results=(CheckResult("C-FILED", False),)), history, CLERK)


def test_nobody_accepts_or_reviews_a_violation_as_an_application() -> None:
    with pytest.raises(NotAsThingsStand):
        decide(AcceptCase(), [submitted(), *checked()], CLERK)
    assert CASE.fold([submitted()]).deemed_on is None


def test_a_statement_goes_to_the_police_of_the_place_who_answer_within_five_days() -> None:
    decided = decide(ShowFacts(), [disputing("410300"), *checked()])
    assert MADE in decided.events
    (moved,) = (each for each in decided.events if isinstance(each, CaseTransferred))
    assert (moved.from_office, moved.to_office) == ("410300", "410100")
    assert (decided.after.stage, decided.after.office) == (Stage.DISPUTED, "410100")
    assert decided.after.deadline
    assert decided.after.deadline.on == date(2020, 3, 2)


def test_a_statement_at_the_office_of_the_place_goes_nowhere() -> None:
    decided = decide(ShowFacts(), [disputing(), *checked()])
    assert "CaseTransferred" not in kinds(decided.events)


def test_the_driver_may_think_better_of_it_before_the_decision() -> None:
    made = decide(MakeStatement(note="pii1.n"), ACCEPTED, DRIVER)
    assert made.after.stage is Stage.DISPUTED
    assert not made.after.facts_accepted


def test_whoever_was_heard_without_success_is_punished_by_an_officer_alone() -> None:
    with pytest.raises(StatementUnanswered):
        decide(DecidePenalty(), REJECTED, CHECKER)
    assert decide(DecidePenalty(), REJECTED, CLERK).after.stage is Stage.COMPLETED
    accepted = decide(AcceptFacts(), REJECTED, DRIVER)
    assert accepted.events == (FactsAccepted(),)


def test_whoever_was_heard_does_not_put_the_decision_off_by_speaking_again() -> None:
    rejected = (*HEARD, StatementRejected(officer="clerk", note="pii1.n"))
    with pytest.raises(NotAsThingsStand):
        decide(MakeStatement(note="pii1.n"), rejected, DRIVER)
    assert MakeStatement not in CASE.possible(CASE.fold(rejected))
    assert AcceptFacts in CASE.possible(CASE.fold(rejected))


def test_whoever_was_heard_with_success_is_not_punished() -> None:
    upheld = decide(UpholdStatement(note="pii1.n"), HEARD, CLERK)
    assert upheld.events == (StatementUpheld(officer="clerk", note="pii1.n"),)
    assert upheld.after.stage is Stage.COMPLETED
    assert upheld.after.decision_no is None
    rejected = decide(RejectStatement(note="pii1.n"), HEARD, CLERK)
    assert rejected.after.stage is Stage.FACTS_SHOWN


def test_a_decision_has_a_number_orders_the_points_and_is_served_with_consent() -> None:
    decided = decide(DecidePenalty(), ACCEPTED)
    number = numbers(CASE.fold(ACCEPTED))[0]
    penalty, ordered, served = decided.events
    assert penalty == PenaltyDecided(
        officer="checker", decided_on=TODAY, decision_no=number, fine_fen=100_00, points=3
    )
    assert number.startswith("410100")
    assert len(number) == 16
    assert isinstance(ordered, RegisterChangesOrdered)
    assert ordered.licence == LICENCE
    assert ordered.changes == (PointsScored(scored_on=TODAY, points=3),)
    assert served == DecisionServed(
        received_on=TODAY,
        manner=ServiceManner.ELECTRONIC,
        reconsider_by=date(2020, 4, 24),
        sue_by=date(2020, 8, 24),
        fine_due_on=date(2020, 3, 10),
    )
    assert decided.after.stage is Stage.COMPLETED


def test_a_warning_without_points_changes_no_licence_and_is_not_due() -> None:
    warned = submitted(replace(FACTS, fine_fen=0, points=0))
    history = [warned, *checked(), KNOWN, SHOWN, FactsAccepted()]
    penalty, served = decide(DecidePenalty(), history).events
    assert isinstance(penalty, PenaltyDecided)
    assert isinstance(served, DecisionServed)
    assert served.fine_due_on is None


def test_without_consent_it_is_served_on_paper_from_the_day_of_the_decision_on() -> None:
    on_paper = submitted(replace(FACTS, electronic_service=False))
    history = [on_paper, *checked(), KNOWN, SHOWN, FactsAccepted()]
    decided = decide(DecidePenalty(), history)
    assert decided.after.stage is Stage.DECIDED
    history += decided.events
    served = ServeDecision(received_on=TODAY, manner=ServiceManner.BY_POST)
    assert decide(served, history, CLERK).after.stage is Stage.COMPLETED
    for received_on, manner, refusal in (
        (date(2020, 2, 23), ServiceManner.IN_PERSON, ReceivedBeforeDecided),
        (TODAY, ServiceManner.ELECTRONIC, ServedOnPaper),
    ):
        with pytest.raises(refusal):
            decide(ServeDecision(received_on=received_on, manner=manner), history, CLERK)
