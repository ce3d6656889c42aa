"""What is recorded of an officer who looks at a case, and how often."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.commands import AccessCommand, RecordReveal, RecordView
from domain.accesses.events import AccessEvent, CaseViewed, PersonalDataRevealed
from domain.accesses.kind import CaseAspect, RevealPurpose
from domain.accesses.refusals import NothingToReveal
from domain.accesses.state import AccessStage, access_record_named, access_record_of
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Event
from domain.people import NOBODY, Actor, Role, system
from domain.refusal import NotPermitted
from domain.services.catalogue import CATALOGUE

CASE = UUID("0170a3c5-8c00-7000-8000-000000000001")
NINE = datetime(2020, 3, 2, 1, tzinfo=UTC)
RECORDER = system("access-recorder")
CLERK = Actor(Role.CLERK, "clerk-7", "410100")
VIEW = RecordView(
    case=CASE,
    office="410100",
    role=Role.CLERK,
    officer="clerk-7",
    officer_office="410100",
    view=CaseAspect.OVERVIEW,
    hour=NINE,
)
VIEWED = CaseViewed(
    case=CASE,
    office="410100",
    role=Role.CLERK,
    officer="clerk-7",
    officer_office="410100",
    view=CaseAspect.OVERVIEW,
    hour=NINE,
)
REVEAL = RecordReveal(
    case=CASE,
    office="410100",
    role=Role.CLERK,
    officer="clerk-7",
    officer_office="410100",
    held=("applicant", "vehicle"),
    parts=("applicant", "licence"),
    purpose=RevealPurpose.IDENTITY,
)
REVEALED = PersonalDataRevealed(
    case=CASE,
    office="410100",
    role=Role.CLERK,
    officer="clerk-7",
    officer_office="410100",
    parts=("applicant",),
    purpose=RevealPurpose.IDENTITY,
)


def after(command: AccessCommand, *history: AccessEvent, by: Actor = RECORDER) -> tuple[Event, ...]:
    at = Circumstances(NINE, by, access_record_of(CASE), CATALOGUE, Calendar())
    return ACCESS_RECORD.decide(ACCESS_RECORD.fold(history), command, at).events


def test_a_look_is_recorded_with_role_office_pseudonym_and_hour() -> None:
    assert after(VIEW) == (VIEWED,)


def test_whoever_looks_at_the_same_again_within_the_hour_is_recorded_once() -> None:
    assert after(VIEW, VIEWED) == ()


@pytest.mark.parametrize(
    "other",
    [
        replace(VIEW, officer="clerk-8"),
        replace(VIEW, role=Role.SUPERVISOR),
        replace(VIEW, view=CaseAspect.HISTORY),
        replace(VIEW, hour=NINE + timedelta(hours=1)),
    ],
)
def test_another_officer_view_or_hour_is_another_look(other: RecordView) -> None:
    (event,) = after(other, VIEWED)
    assert isinstance(event, CaseViewed)
    assert (event.officer, event.role, event.view, event.hour) == (
        other.officer,
        other.role,
        other.view,
        other.hour,
    )


def test_looks_of_an_hour_are_forgotten_when_the_next_one_comes() -> None:
    others = [replace(VIEWED, officer=f"clerk-{n}") for n in range(9)]
    ten = replace(VIEWED, hour=NINE + timedelta(hours=1))
    state = ACCESS_RECORD.fold([*others, ten])
    assert (len(state.in_hour), state.views, state.stage) == (1, 10, AccessStage.KEPT)


def test_a_reveal_is_recorded_each_time() -> None:
    assert after(REVEAL, REVEALED, REVEALED) == (REVEALED,)
    assert ACCESS_RECORD.fold([REVEALED, REVEALED]).reveals == 2


def test_a_part_that_the_case_has_not_is_not_revealed() -> None:
    with pytest.raises(NothingToReveal) as refused:
        after(replace(REVEAL, parts=("licence",)))
    assert refused.value.choices == ["applicant", "vehicle"]


@pytest.mark.parametrize("command", [VIEW, REVEAL])
def test_nobody_but_the_service_writes_into_the_record(command: AccessCommand) -> None:
    for by in (CLERK, Actor(Role.HQ, "hq"), Actor(Role.AUDITOR, "auditor")):
        with pytest.raises(NotPermitted):
            after(command, by=by)


@pytest.mark.parametrize(
    ("by", "sees"),
    [
        (CLERK, True),
        (Actor(Role.SUPERVISOR, "leader", "410100"), True),
        (Actor(Role.CLERK, "clerk-7", "410300"), False),
        (Actor(Role.HQ, "hq"), True),
        (Actor(Role.AUDITOR, "auditor"), True),
        (Actor(Role.APPLICANT, "clerk-7"), False),
        (Actor(Role.PARTNER, ""), False),
    ],
)
def test_the_record_is_read_by_those_who_may_see_the_case(by: Actor, sees: bool) -> None:
    """The office that counts is that of the case, and not that of whoever looked first."""
    state = ACCESS_RECORD.fold([replace(VIEWED, officer_office="410300")])
    assert ACCESS_RECORD.sees(by, state, RECORDER) is sees
    assert ACCESS_RECORD.sees(by, state, NOBODY) is sees


def test_the_record_of_a_case_is_found_however_its_id_is_written() -> None:
    assert access_record_named(str(CASE).upper().replace("-", "")) == access_record_of(CASE)
