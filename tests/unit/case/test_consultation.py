"""The register speaks before any officer does, and hears of the outcome."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from domain.case.consultation.commands import RecordExtract
from domain.case.consultation.events import RegisterConsulted
from domain.case.intake.events import CaseSubmitted
from domain.case.review.commands import ApproveCase, CheckResult, RecordChecks, RevokeDeferral
from domain.case.review.events import CheckResultRecorded, DeferralRevoked, RegisterChangesOrdered
from domain.case.review.reasons import CheckSource
from domain.case.review.refusals import CheckUnknown
from domain.case.vocabulary import CaseEvent
from domain.people import system
from domain.refusal import NotAsThingsStand, NotPermitted
from domain.register.changes import DeferralUndone, DutyDeferred
from domain.register.licence import LicenceDuty
from domain.register.streams import licence_stream
from tests.unit.case import situations as s
from tests.unit.case.given import given

AS_OF = datetime(2020, 3, 2, 3, tzinfo=UTC)
EXTRACT = RecordExtract(
    as_of=AS_OF, results=(CheckResult("C-ID", True), CheckResult("C-OWN", False))
)
CHECKER = system("checker")
LICENCE = licence_stream(b"licence")
DEFERRED = DutyDeferred(
    duty=LicenceDuty.RENEWAL,
    base_on=s.DEFERRAL_FACTS.base_on,
    until=s.DEFERRAL_FACTS.requested_until,
)


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


def of_the_licence(*history: CaseEvent) -> list[CaseEvent]:
    """The same history, of a licence that the register knows by its stream."""
    first, *rest = history
    assert isinstance(first, CaseSubmitted)
    return [replace(first, licence=LICENCE), *rest]


def test_an_approval_tells_the_register_what_changes() -> None:
    case = given(of_the_licence(*s.DEFERRAL_IN_REVIEW))
    ordered = case.when(ApproveCase(), by=s.REVIEWER, on=s.REVIEWED_ON).decided[-1]
    assert ordered == RegisterChangesOrdered(changes=(DEFERRED,), licence=LICENCE)


def test_what_the_register_does_not_have_it_is_not_told() -> None:
    done = given(s.DEFERRAL_IN_REVIEW).when(ApproveCase(), by=s.REVIEWER, on=s.REVIEWED_ON)
    assert not any(isinstance(event, RegisterChangesOrdered) for event in done.decided)


def test_a_deferral_that_is_undone_is_undone_in_the_register() -> None:
    undone = DeferralUndone(duty=LicenceDuty.RENEWAL, base_on=s.DEFERRAL_FACTS.base_on)
    given(of_the_licence(*s.DEFERRED)).when(RevokeDeferral(), by=s.LEADER, on=s.REVIEWED_ON).then(
        DeferralRevoked(), RegisterChangesOrdered(changes=(undone,), licence=LICENCE)
    )
