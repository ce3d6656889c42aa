"""What the applicant is told of who has looked at his case."""

from datetime import UTC, date, datetime
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.accesses.events import AccessEvent, CaseViewed, PersonalDataRevealed
from domain.accesses.kind import CaseAspect, RevealPurpose
from domain.people import Role, system
from domain.recorded_event import RecordedEvent
from projections.accesses.row import Look, fold
from tests.unit.case.given import morning
from tests.unit.projections.recording import record

DAY, LATER = date(2020, 3, 2), date(2020, 3, 3)
OF_A_CASE = UUID(int=7)
VIEWED = CaseViewed(
    case=OF_A_CASE,
    office="410100",
    role=Role.CLERK,
    officer="clerk-7",
    officer_office="410122",
    view=CaseAspect.OVERVIEW,
    hour=datetime(2020, 3, 2, 2, tzinfo=UTC),
)
REVEALED = PersonalDataRevealed(
    case=OF_A_CASE,
    office="410300",
    role=Role.HQ,
    officer="hq-1",
    parts=("applicant", "delivery"),
    purpose=RevealPurpose.REMEDY,
)


def told(event: AccessEvent, version: int, on: date = DAY) -> RecordedEvent:
    return record(event, version, on, system("access-recorder"))


HISTORY = [told(VIEWED, 1), told(REVEALED, 2), told(replace(VIEWED, officer="x"), 3, LATER)]


def test_each_look_is_told_the_last_first_with_role_and_office() -> None:
    row = fold(None, HISTORY)
    assert row is not None
    assert (row.case_id, row.office, row.times, row.last_at) == (
        OF_A_CASE,
        "410100",
        3,
        morning(LATER),
    )
    assert row.looks[1:] == (
        Look(
            version=2,
            at=morning(DAY),
            role=Role.HQ,
            parts=("applicant", "delivery"),
            purpose=RevealPurpose.REMEDY,
        ),
        Look(
            version=1,
            at=morning(DAY),
            role=Role.CLERK,
            office="410122",
            view=CaseAspect.OVERVIEW,
        ),
    )


def test_no_pseudonym_of_an_officer_stands_in_it() -> None:
    assert b"clerk-7" not in msgspec.json.encode(fold(None, HISTORY))


def test_two_runs_make_the_row_of_both_together() -> None:
    whole = fold(None, HISTORY)
    for cut in range(len(HISTORY) + 1):
        assert fold(fold(None, HISTORY[:cut]), HISTORY[cut:]) == whole
