"""The register speaks before any officer does, and never in his place."""

import dataclasses
from datetime import UTC, datetime

import pytest

from domain.case.case import CASE
from domain.case.consultation.commands import RecordExtract
from domain.case.consultation.events import RegisterConsulted
from domain.case.review.commands import CheckResult, RecordCheck, RecordChecks
from domain.case.review.events import CheckResultRecorded
from domain.case.review.reasons import CheckSource
from domain.case.review.refusals import CheckUnknown
from domain.case.vocabulary import CaseEvent
from domain.conflict import ConflictOfInterest, Relation
from domain.people import system
from domain.refusal import NotAsThingsStand, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import circumstances, given, morning

AS_OF = datetime(2020, 3, 2, 3, tzinfo=UTC)
EXTRACT = RecordExtract(
    as_of=AS_OF, results=(CheckResult("C-ID", True), CheckResult("C-OWN", False))
)
CHECKER = system("checker")


def found(check: str, *, passed: bool) -> CheckResultRecorded:
    return CheckResultRecorded(check=check, passed=passed, source=CheckSource.REGISTER, as_of=AS_OF)


@pytest.mark.parametrize("history", [s.SUBMITTED, s.ACCEPTED, s.IN_REVIEW])
def test_what_the_register_says_is_recorded_with_its_instant(
    history: tuple[CaseEvent, ...],
) -> None:
    case = (
        given(history)
        .when(EXTRACT, by=CHECKER, on=s.REVIEWED_ON)
        .then(
            RegisterConsulted(as_of=AS_OF),
            found("C-ID", passed=True),
            found("C-OWN", passed=False),
        )
        .case
    )
    assert case.consulted_at == AS_OF
    assert case.stage is given(history).case.stage


def test_whose_the_vehicle_is_decides_nothing_about_it() -> None:
    extract = RecordExtract(as_of=AS_OF, results=EXTRACT.results, holders=(b"seller",))
    case = given(s.IN_REVIEW).when(extract, by=CHECKER, on=s.REVIEWED_ON).case
    assert case.holders == {b"seller"}
    now = circumstances(morning(s.REVIEWED_ON), s.REVIEWER)
    seller = dataclasses.replace(now, id_indexes=frozenset({b"seller"}))
    check = RecordCheck(check="C-ID", passed=True, source=CheckSource.DOCUMENTS)
    with pytest.raises(ConflictOfInterest) as refused:
        CASE.decide(case, check, seller)
    assert refused.value.relation == Relation.HOLDER
    assert CASE.possible_to(case, seller) == frozenset()
    assert CASE.decide(case, check, now).events


def test_the_register_is_consulted_once_and_by_the_system_alone() -> None:
    consulted = given(s.SUBMITTED, RegisterConsulted(as_of=AS_OF))
    consulted.when(EXTRACT, by=CHECKER, on=s.REVIEWED_ON).then_refused(NotAsThingsStand)
    given(s.SUBMITTED).when(EXTRACT, by=s.CLERK, on=s.REVIEWED_ON).then_refused(NotPermitted)


def test_what_an_officer_has_found_stays_as_he_found_it() -> None:
    his = CheckResultRecorded(check="C-OWN", passed=True, source=CheckSource.DOCUMENTS)
    given(s.IN_REVIEW, his).when(EXTRACT, by=CHECKER, on=s.REVIEWED_ON).then(
        RegisterConsulted(as_of=AS_OF), found("C-ID", passed=True)
    )


def test_a_silent_extract_leaves_every_check_to_a_person() -> None:
    nothing = RecordExtract(as_of=AS_OF, results=())
    given(s.SUBMITTED).when(nothing, by=CHECKER, on=s.REVIEWED_ON).then(
        RegisterConsulted(as_of=AS_OF)
    )


def test_several_checks_are_recorded_at_once_or_not_at_all() -> None:
    results = (CheckResult("C-ID", True), CheckResult("C-OWN", True))
    given(s.IN_REVIEW).when(
        RecordChecks(results=results, source=CheckSource.DOCUMENTS),
        by=s.REVIEWER,
        on=s.REVIEWED_ON,
    ).then(
        *(
            CheckResultRecorded(check=each.check, passed=True, source=CheckSource.DOCUMENTS)
            for each in results
        )
    )
    unknown = RecordChecks(results=(*results, CheckResult("C-MOBILE", True)))
    given(s.IN_REVIEW).when(unknown, by=s.REVIEWER, on=s.REVIEWED_ON).then_refused(
        CheckUnknown, check="C-MOBILE"
    )
