"""No outcome rests on what the register said too long ago, or before a correction."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from domain.case.consultation.commands import RecordExtract
from domain.case.consultation.events import RegisterConsulted
from domain.case.intake.events import CorrectionSupplied
from domain.case.review.commands import (
    ApproveCase,
    CheckResult,
    OverrideCheck,
    RecordCheck,
    RefuseCase,
)
from domain.case.review.events import CaseRefused, CheckResultRecorded
from domain.case.review.reasons import CheckSource
from domain.case.review.refusals import AnswerOutdated
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.people import system
from domain.refusal import NotAsThingsStand
from domain.services.catalogue import CATALOGUE
from tests.unit.case import situations as s
from tests.unit.case.given import given, morning

NOW = morning(s.REVIEWED_ON)
SERVES = NOW - timedelta(hours=23)
TOO_OLD = NOW - timedelta(hours=24, seconds=1)
CHECKER = system("checker")
OWNERSHIP = next(each for each in CATALOGUE["plate_reissue"].checks if each.code == "C-OWN")


def said(at: datetime, **results: bool) -> tuple[CaseEvent, ...]:
    """The register spoke at this instant. A name has _ for the hyphen of a check."""
    return (
        RegisterConsulted(as_of=at),
        *(
            CheckResultRecorded(
                check=name.replace("_", "-"), passed=passed, source=CheckSource.REGISTER, as_of=at
            )
            for name, passed in results.items()
        ),
    )


def test_an_approval_rests_on_an_answer_of_the_last_day() -> None:
    young = given(s.CHECKED, said(SERVES, C_OWN=True))
    assert young.when(ApproveCase(), by=s.REVIEWER, on=NOW).case.stage is Stage.APPROVED
    old = given(s.CHECKED, said(TOO_OLD, C_OWN=True))
    old.when(ApproveCase(), by=s.REVIEWER, on=NOW).then_refused(AnswerOutdated, as_of=TOO_OLD)


def test_what_officers_have_found_does_not_grow_old() -> None:
    nothing = given(s.CHECKED, RegisterConsulted(as_of=TOO_OLD))
    assert nothing.when(ApproveCase(), by=s.REVIEWER, on=NOW).case.stage is Stage.APPROVED
    looked = RecordCheck(check="C-OWN", passed=True, source=CheckSource.DOCUMENTS)
    found = given(s.CHECKED, said(TOO_OLD, C_OWN=False)).when(looked, by=s.REVIEWER, on=NOW)
    again = given(s.CHECKED, said(TOO_OLD, C_OWN=False), found.decided)
    assert again.when(ApproveCase(), by=s.REVIEWER, on=NOW).case.stage is Stage.APPROVED


def test_a_refusal_that_rests_on_the_register_waits_for_its_answer_too() -> None:
    failed = given(s.CHECKED, said(TOO_OLD, C_OWN=False))
    refuse = RefuseCase(codes=(OWNERSHIP.refusal,))
    failed.when(refuse, by=s.REVIEWER, on=NOW).then_refused(AnswerOutdated)
    forged = RefuseCase(codes=("R-FALSE-MATERIAL",))
    (refused,) = failed.when(forged, by=s.REVIEWER, on=NOW).decided
    assert isinstance(refused, CaseRefused)


def test_an_answer_does_not_outlive_a_correction_of_what_was_asked_about() -> None:
    corrected = CorrectionSupplied(stage=Stage.ACCEPTED, papers=(), sealed={"vehicle": "sealed"})
    asked = given(s.ACCEPTED, said(SERVES, C_OWN=True), corrected).case
    assert asked.consulted_at is None
    papers = given(s.ACCEPTED, said(SERVES, C_OWN=True), replace(corrected, sealed={})).case
    assert papers.consulted_at == SERVES


def test_a_later_answer_takes_the_place_of_the_one_before() -> None:
    before = given(s.IN_REVIEW, said(TOO_OLD, C_OWN=True, C_JUR=True))
    extract = RecordExtract(as_of=SERVES, results=(CheckResult("C-OWN", passed=False),))
    case = before.when(extract, by=CHECKER, on=NOW).case
    assert case.checks == {"C-OWN": False}
    assert case.from_register == {"C-OWN"}
    assert case.consulted_at == SERVES


@pytest.mark.parametrize("as_of", [TOO_OLD, TOO_OLD - timedelta(hours=1)])
def test_an_answer_that_is_no_younger_tells_nothing(as_of: datetime) -> None:
    before = given(s.IN_REVIEW, said(TOO_OLD, C_OWN=True))
    extract = RecordExtract(as_of=as_of, results=())
    before.when(extract, by=CHECKER, on=NOW).then_refused(NotAsThingsStand)


def test_a_clock_that_runs_ahead_makes_no_answer_younger() -> None:
    ahead = RecordExtract(as_of=datetime(2031, 1, 1, tzinfo=UTC), results=())
    case = given(s.IN_REVIEW).when(ahead, by=CHECKER, on=NOW).case
    assert case.consulted_at == NOW


def test_what_a_duty_leader_answers_for_is_not_asked_again() -> None:
    failed = given(s.CHECKED, said(TOO_OLD, C_OWN=False))
    override = OverrideCheck(check="C-OWN", note="sealed")
    overridden = failed.when(override, by=s.LEADER, on=NOW).decided
    known = given(s.CHECKED, said(TOO_OLD, C_OWN=False), overridden)
    extract = RecordExtract(as_of=SERVES, results=(CheckResult("C-OWN", passed=False),))
    case = known.when(extract, by=CHECKER, on=NOW).case
    assert case.checks["C-OWN"] is True
