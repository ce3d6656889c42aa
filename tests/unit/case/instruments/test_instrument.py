"""Which papers a case has given out, what each of them says for ever, and when one falls."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count
from uuid import UUID

from msgspec.structs import replace

from domain.case.instruments.instrument import Instrument, instrument_at, instruments_of
from domain.case.instruments.kind import InstrumentKind
from domain.case.intake.events import (
    CorrectionRequested,
    CorrectionSupplied,
    DeemedAccepted,
    Defect,
)
from domain.case.intake.reasons import DefectCode
from domain.case.remedies.events import (
    CaseReopened,
    DecisionRevoked,
    ReconsiderationDecided,
    ReconsiderationFiled,
)
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.review.events import CaseApproved, DeferralRevoked, TempPlateIssued
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.people import Actor, Role
from domain.recorded_event import RecordedEvent
from tests.kit.envelopes import enveloped
from tests.unit.case import situations as s
from tests.unit.case.given import STREAM, morning

BY = Actor(Role.CLERK, "clerk", "410100")
FIRST = date(2020, 3, 2)
LATER = FIRST + timedelta(days=30)
NOTICE = CorrectionRequested(
    defects=(Defect("id_front", DefectCode.UNREADABLE),), reply_by=date(2020, 3, 23)
)
REOPENED = CaseReopened(
    cause=ReopeningCause.OWN_CORRECTION, accepted_on=FIRST, decide_by=date(2020, 4, 23)
)
REVOKED = DecisionRevoked(
    officer="leader",
    codes=("R-FALSE-MATERIAL",),
    banned_until=date(2023, 4, 1),
    reconsider_by=date(2020, 5, 31),
    sue_by=date(2020, 10, 1),
)


def told(*commands: Iterable[CaseEvent]) -> list[RecordedEvent]:
    """A history in which each command was given a month after the one before."""
    versions = count(1)
    return [
        RecordedEvent(
            STREAM,
            (version := next(versions)),
            version,
            replace(
                enveloped(event, morning(FIRST + timedelta(days=30 * place)), BY),
                cause=UUID(int=place),
            ),
        )
        for place, events in enumerate(commands)
        for event in events
    ]


def kinds(found: Iterable[Instrument]) -> list[tuple[InstrumentKind, date | None]]:
    return [(each.kind, each.fell_on) for each in found]


def test_each_act_that_a_person_is_told_in_writing_gives_a_paper() -> None:
    supplied = CorrectionSupplied(stage=Stage.SUBMITTED, papers=())
    asked = instruments_of(told((*s.SUBMITTED, NOTICE, supplied, s.ACCEPTED_EVENT)))
    assert [(each.kind, each.no, each.valid_until) for each in asked] == [
        (InstrumentKind.CORRECTION_NOTICE, 1, date(2020, 3, 23)),
        (InstrumentKind.ACCEPTANCE_RECEIPT, 2, None),
    ]
    assert [each.version for each in asked] == [3, 5]
    assert [each.kind for each in instruments_of(told(s.NOT_ACCEPTED))] == [
        InstrumentKind.NON_ACCEPTANCE
    ]
    assert [each.kind for each in instruments_of(told(s.REFUSED))][-1] is InstrumentKind.REFUSAL
    plate = instruments_of(told(s.APPROVED))[-1]
    assert (plate.kind, plate.valid_until) == (
        InstrumentKind.TEMPORARY_PLATE,
        date(2020, 3, 20),
    )
    deferral = instruments_of(told(s.DEFERRED))[-1]
    assert (deferral.kind, deferral.valid_until) == (InstrumentKind.DEFERRAL, date(2022, 7, 1))


def test_whoever_counts_as_accepted_by_law_has_a_receipt_too() -> None:
    deemed = DeemedAccepted(accepted_on=FIRST, decide_by=date(2020, 3, 23))
    (receipt,) = instruments_of(told((*s.SUBMITTED, deemed)))
    assert receipt.kind is InstrumentKind.ACCEPTANCE_RECEIPT


def test_a_paper_says_for_ever_what_it_said_on_its_day() -> None:
    before = instruments_of(told(s.SUBMITTED, (s.ACCEPTED_EVENT,)))
    after = instruments_of(told(s.SUBMITTED, (s.ACCEPTED_EVENT,), s.REFUSED[len(s.ACCEPTED) :]))
    assert after[0] == before[0]
    assert after[0].issued_on == LATER
    assert after[0].current.stage is Stage.ACCEPTED


def test_a_refusal_falls_when_the_case_begins_anew() -> None:
    found = instruments_of(told(s.REFUSED, (REOPENED,)))
    assert kinds(found) == [
        (InstrumentKind.ACCEPTANCE_RECEIPT, None),
        (InstrumentKind.REFUSAL, LATER),
    ]


def test_a_refusal_falls_at_once_if_the_organ_of_reconsideration_revokes_it() -> None:
    filed = ReconsiderationFiled(in_time=True)
    for outcome, fell in (
        (ReconsiderationOutcome.REVOKED, LATER),
        (ReconsiderationOutcome.UPHELD, None),
    ):
        decided = ReconsiderationDecided(outcome=outcome)
        assert instruments_of(told((*s.REFUSED, filed), (decided,)))[-1].fell_on == fell


def test_what_was_granted_falls_with_its_decision() -> None:
    for history, end in (
        (s.APPROVED, REVOKED),
        (s.DEFERRED, DeferralRevoked()),
        (s.DEFERRED, REVOKED),
    ):
        assert instruments_of(told(history))[-1].fell_on is None
        assert instruments_of(told(history, (end,)))[-1].fell_on == LATER


def test_what_is_granted_anew_takes_the_place_of_the_first() -> None:
    """A reopening alone changes nothing: the first decision has effect until there is another."""
    assert instruments_of(told(s.APPROVED, (REOPENED,)))[-1].fell_on is None
    again = (
        CaseApproved(officer="other", decided_on=LATER),
        TempPlateIssued(valid_to=LATER + timedelta(days=15)),
    )
    found = instruments_of(told(s.APPROVED, (REOPENED,), again))
    assert kinds(found)[1:] == [
        (InstrumentKind.TEMPORARY_PLATE, FIRST + timedelta(days=60)),
        (InstrumentKind.TEMPORARY_PLATE, None),
    ]


def test_a_paper_is_found_by_the_version_of_its_event() -> None:
    history = told(s.REFUSED)
    found = instrument_at(history, len(history))
    assert found is not None
    assert found.kind is InstrumentKind.REFUSAL
    assert instrument_at(history, 1) is None
    assert instrument_at(history, len(history) + 1) is None
