"""What an auditor finds a case by, and which of its steps are worth a second look."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.accesses.events import CaseViewed, PersonalDataRevealed
from domain.accesses.kind import CaseAspect, RevealPurpose
from domain.case.deadlines.events import DeadlineExtended
from domain.case.grounds import GreenKind
from domain.case.overlays.events import GreenChannelGranted
from domain.case.remedies.events import DecisionRevoked, ReconsiderationDecided
from domain.case.remedies.reasons import ReconsiderationOutcome
from domain.case.review.events import CaseApproved, CaseRefused, CheckOverridden
from domain.message import Event
from domain.people import Actor, Role, system
from domain.recorded_event import Envelope, RecordedEvent
from projections.audit import risks, terms
from projections.audit.cases import Audited, fold
from projections.audit.looks import fold as fold_looks
from projections.audit.risks import EarlierSteps, risks_of
from projections.audit.wanted import Wanted
from tests.kit.histories import lives
from tests.kit.life import CHECKER, CLERK, REVIEWER, recorded
from tests.unit.projections.recording import record

DAY = date(2020, 3, 2)
LEADER = Actor(role=Role.SUPERVISOR, id="leader", office="410100")
AT_WORK = datetime(2020, 3, 2, 2, tzinfo=UTC)
"""Monday, 10:00 at the office."""
APPROVED = CaseApproved(officer="reviewer", decided_on=DAY)
REFUSED = CaseRefused(officer="reviewer", decided_on=DAY, codes=(), reconsider_by=DAY, sue_by=DAY)
REVOKED = DecisionRevoked(
    officer="leader", codes=(), banned_until=DAY, reconsider_by=DAY, sue_by=DAY
)
NOTHING_KNOWN = EarlierSteps("clerk", frozenset())


def found(
    event: Event, at: datetime = AT_WORK, by: Actor = REVIEWER, known: EarlierSteps = NOTHING_KNOWN
) -> set[str]:
    envelope = Envelope(
        event=event,
        at=at,
        by=by,
        office="410100",
        channel="office_system",
        rules="henan-2020-02+holidays-2020",
        build="test",
        cause=UUID(int=2),
    )
    return set(risks_of(envelope, known))


def decided(outcome: ReconsiderationOutcome) -> ReconsiderationDecided:
    return ReconsiderationDecided(outcome=outcome)


def test_an_ordinary_decision_is_no_risk() -> None:
    assert found(APPROVED) == found(REFUSED) == set()
    assert found(decided(ReconsiderationOutcome.UPHELD)) == set()


@pytest.mark.parametrize(
    ("event", "risk"),
    [
        (CheckOverridden(check="identity", note="pii1.note"), risks.OVERRIDDEN),
        (DeadlineExtended(clock="pickup", old=DAY, new=None, relief="r"), risks.EXTENDED),
        (REVOKED, risks.FALLEN),
        (decided(ReconsiderationOutcome.REVOKED), risks.FALLEN),
        (decided(ReconsiderationOutcome.CONFIRMED_UNLAWFUL), risks.FALLEN),
        (GreenChannelGranted(kind=next(iter(GreenKind))), risks.GREEN_UNPROVEN),
    ],
)
def test_each_kind_of_risk_is_found_by_its_step(event: Event, risk: str) -> None:
    assert found(event) == {risk}


@pytest.mark.parametrize("event", [APPROVED, REFUSED])
def test_whoever_accepted_and_decides_is_found(event: Event) -> None:
    assert found(event, by=CLERK, known=EarlierSteps("clerk", frozenset())) == {risks.ONE_OFFICER}
    assert found(event, by=CHECKER, known=EarlierSteps(None, frozenset())) == set()


@pytest.mark.parametrize(
    ("at", "is_found"),
    [
        (datetime(2020, 3, 2, 13, 59, tzinfo=UTC), False),  # 21:59 at the office
        (datetime(2020, 3, 2, 14, tzinfo=UTC), True),  # 22:00
        (datetime(2020, 3, 2, 21, 59, tzinfo=UTC), True),  # Tuesday, 5:59
        (datetime(2020, 3, 2, 22, tzinfo=UTC), False),  # Tuesday, 6:00
        (datetime(2020, 3, 1, 2, tzinfo=UTC), True),  # Sunday, 10:00
        (datetime(2020, 4, 26, 2, tzinfo=UTC), False),  # a Sunday that made up for a holiday
        (datetime(2020, 5, 1, 2, tzinfo=UTC), True),  # Labour Day, a Friday
    ],
)
def test_a_decision_by_night_or_on_a_day_off_is_found(at: datetime, is_found: bool) -> None:
    assert found(APPROVED, at) == ({risks.OUT_OF_HOURS} if is_found else set())
    assert found(APPROVED, at, CHECKER) == set()
    assert found(CheckOverridden(check="identity", note="n"), at) == {risks.OVERRIDDEN}


def test_a_green_channel_with_a_proof_is_in_order() -> None:
    kind = next(iter(GreenKind))
    granted = GreenChannelGranted(kind=kind)
    assert found(granted, known=EarlierSteps("clerk", frozenset({kind}))) == set()


def histories() -> dict[UUID, list[RecordedEvent]]:
    told: dict[UUID, list[RecordedEvent]] = {}
    for each in recorded(lives(15)):
        told.setdefault(each.stream, []).append(each)
    return told


def folded(history: Sequence[RecordedEvent]) -> Audited:
    row = fold(None, history)
    assert row is not None
    return row


def test_two_runs_one_after_the_other_give_what_both_together_give() -> None:
    for history in histories().values():
        whole = folded(history)
        for cut in range(1, len(history)):
            assert fold(fold(None, history[:cut]), history[cut:]) == whole


def test_a_case_is_found_by_each_of_its_steps_and_by_its_stage_at_present() -> None:
    for history in histories().values():
        row = folded(history)
        words = set(row.terms.split(terms.LINE))
        assert [step.kind for step in row.steps] == [type(e.event).__name__ for e in history]
        assert {terms.kind(step.kind) for step in row.steps} <= words
        assert {terms.officer(step.by) for step in row.steps if step.by} <= words
        assert {word for word in words if word.startswith("stage ")} == {terms.stage(row.stage)}
        assert {terms.office("41"), terms.office("410100")} <= words
        assert terms.office("410300") not in words


def test_no_citizen_is_among_the_officers() -> None:
    officers = {step.by for history in histories().values() for step in folded(history).steps}
    assert {"clerk", "reviewer"} <= officers
    assert not any("citizen" in by or "checker" in by for by in officers)


def test_one_step_must_fit_all_that_is_wanted_of_a_step() -> None:
    row = next(
        row for history in histories().values() if (row := folded(history)).decided_by == "reviewer"
    )
    step = next(step for step in row.steps if step.by == "reviewer")
    wanted = Wanted(step.on, step.on, officer="reviewer", kind=step.kind, rules=step.rules)
    assert wanted.fits(step)
    for other in (
        {"officer": "clerk"},
        {"kind": "CaseWithdrawn"},
        {"rules": "other"},
        {"risk": risks.OVERRIDDEN},
        {"first": date(2021, 1, 1), "last": date(2021, 1, 2)},
    ):
        assert not wanted._replace(**other).fits(step), other


VIEWED = CaseViewed(
    case=UUID(int=7),
    office="410100",
    role=Role.CLERK,
    officer="clerk-7",
    view=CaseAspect.OVERVIEW,
    hour=AT_WORK,
)
REVEALED = PersonalDataRevealed(
    case=UUID(int=7),
    office="410100",
    role=Role.SUPERVISOR,
    officer="leader",
    parts=("applicant",),
    purpose=RevealPurpose.CONTACT,
)


def test_officers_who_look_are_told_once_with_their_last_look_at_personal_data() -> None:
    looks = [
        record(event, version, DAY, system("access-recorder"))
        for version, event in enumerate(
            (VIEWED, replace(VIEWED, officer="auditor", role=Role.AUDITOR), REVEALED, VIEWED), 1
        )
    ]
    row = fold_looks(None, looks)
    assert row is not None
    assert row.officers.split(terms.LINE) == ["clerk-7", "leader"]
    assert [(each.officer, each.revealed) for each in row.looked] == [
        ("clerk-7", 0),
        ("leader", 30),
    ]
    assert row.revealed_on == DAY
    assert fold_looks(fold_looks(None, looks[:2]), looks[2:]) == row
    assert fold_looks(None, looks[1:2]) is None
    assert fold_looks(row, [record(VIEWED, 5, DAY, system("access-recorder"))]) is row
