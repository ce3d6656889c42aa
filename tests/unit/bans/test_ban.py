"""A ban lasts two years, and ends before only if a duty leader finds that it had no ground."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.bans.ban import BAN
from domain.bans.commands import BanCommand, ImposeBan, LiftBan
from domain.bans.events import BanEvent, BanImposed, BanLifted
from domain.bans.state import Ban, BanGround, ban_of
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.conflict import ConflictOfInterest
from domain.hidden import shown
from domain.message import Event
from domain.people import Actor, Role
from domain.refusal import NotPermitted
from domain.services.catalogue import CATALOGUE

CASE = UUID(int=1)
LEADER = Actor(Role.SUPERVISOR, "leader", "410100")
IMPOSED = BanImposed(
    case=CASE,
    ground=BanGround.RESERVATION_EXPIRED,
    office="410100",
    imposed_on=date(2020, 2, 29),
    barred_until=date(2022, 2, 28),
    id_no_index=b"owner",
)
IMPOSE = ImposeBan(
    case=CASE, ground=BanGround.RESERVATION_EXPIRED, office="410100", id_no_index=b"owner"
)


def after(
    command: BanCommand,
    *history: BanEvent,
    by: Actor = LEADER,
    linked: bool = False,
    indexes: frozenset[bytes] = frozenset(),
) -> tuple[Event, ...]:
    now = datetime(2020, 2, 29, 1, tzinfo=UTC)
    at = Circumstances(now, by, CASE, CATALOGUE, Calendar(), id_indexes=indexes)
    return BAN.decide(BAN.fold(history), command, at, linked=linked).events


def test_it_lasts_two_years_to_the_last_day_of_a_shorter_month() -> None:
    assert after(IMPOSE, linked=True) == (IMPOSED,)
    ban = BAN.fold([IMPOSED])
    assert ban.bars(date(2022, 2, 28))
    assert not ban.bars(date(2022, 3, 1))


def test_nobody_imposes_it_himself() -> None:
    with pytest.raises(NotPermitted):
        after(IMPOSE)


@pytest.mark.requirement("R36")
def test_a_leader_lifts_it_and_not_his_own() -> None:
    lifted = BanLifted(case=CASE, officer=LEADER.person)
    assert after(LiftBan(), IMPOSED) == (lifted,)
    assert not BAN.fold([IMPOSED, lifted]).bars(date(2020, 3, 1))
    with pytest.raises(ConflictOfInterest):
        after(LiftBan(), IMPOSED, indexes=frozenset({b"owner"}))
    with pytest.raises(NotPermitted):
        after(LiftBan(), IMPOSED, by=Actor(Role.CLERK, "clerk", "410100"))


def test_the_ban_of_another_case_stands_when_the_later_one_is_lifted() -> None:
    """A leader finds that one had no ground, and says nothing of that of another office."""
    later = replace(IMPOSED, case=UUID(int=2), office="410300", barred_until=date(2022, 3, 15))
    both = BAN.fold([IMPOSED, later])
    assert both.bars(date(2022, 3, 15))
    lifted = BanLifted(case=later.case, officer="leader")
    assert after(LiftBan(), IMPOSED, later, by=replace(LEADER, office="410300")) == (lifted,)
    first = BAN.fold([IMPOSED, later, lifted])
    assert first == BAN.fold([IMPOSED])
    assert BAN.fold([IMPOSED, later, lifted, BanLifted(case=CASE, officer="leader")]) == Ban()


def test_a_person_is_named_by_an_index_and_nobody_is_shown_it() -> None:
    assert ban_of(b"one") != ban_of(b"other")
    assert "id_no_index" not in shown(IMPOSED) | shown(BAN.fold([IMPOSED]))
