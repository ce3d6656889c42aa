"""A number is chosen in a session: one that was drawn, or one that its owner has composed."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.bans.ban import BAN
from domain.bans.commands import ImposeBan
from domain.bans.events import BanImposed
from domain.bans.state import BanGround
from domain.case.case import CASE
from domain.case.deadlines.events import CaseLapsed
from domain.case.reservation import events
from domain.case.reservation.reasons import TryRefused
from domain.case.reservation.refusals import (
    BarredFromChoosing,
    BatchesUsedUp,
    BatchOutOfTurn,
    DrawnNumbersOnly,
    NumbersNotDrawn,
    TriesUsedUp,
)
from domain.case.reservation.session import opened
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.clocks.plates import hold_of
from domain.identifiers.plate import PlateKind
from domain.message import PassDeadline
from domain.numbers.commands import OfferNumber, ReserveNumber
from domain.numbers.events import PlateNumberReserved
from domain.numbers.number import NUMBER
from domain.services.selection_method import SelectionMethod
from tests.unit.case import situations as s
from tests.unit.case.drawn import BATCH
from tests.unit.case.given import STREAM, circumstances, given, morning
from tests.unit.case.reserved import (
    A_NUMBER,
    ANOTHER,
    BARRED,
    CAR,
    CHOOSE,
    COMPOSED,
    DAY,
    DRAWN,
    HELD,
    NOW,
    OFFER,
    OFFERED,
    RESERVED,
    SUBMITTED,
    UNTIL,
    WANTED,
    decided,
)


def test_who_is_barred_after_his_session_began_chooses_no_other_number_in_it() -> None:
    """Another number of his lapsed at midnight, and his session has some minutes left."""
    imposed = BanImposed(
        case=UUID(int=9),
        ground=BanGround.RESERVATION_EXPIRED,
        office="410100",
        imposed_on=DAY,
        barred_until=date(2022, 3, 2),
        id_no_index=b"owner",
    )
    seen = {BARRED: BAN.fold([imposed])}
    for history in ((SUBMITTED, DRAWN, OFFERED), (SUBMITTED, COMPOSED)):
        with pytest.raises(BarredFromChoosing) as refused:
            decided(CHOOSE, *history, by=s.CITIZEN, on=NOW, seen=seen)
        assert refused.value.until == date(2022, 3, 2)
        read = {ref.stream for ref in CASE.reads(CASE.fold(history), CHOOSE)}
        assert BARRED in read


def test_a_number_is_held_for_working_days_and_the_day_itself_is_not_counted() -> None:
    """Reserved on 20 January 2020, with the long holidays of that year."""
    calendar = circumstances(NOW, s.CITIZEN).calendar
    reserved = date(2020, 1, 20)
    assert [calendar.add(reserved, n) for n in (3, 5, 15)] == [
        date(2020, 1, 23),
        date(2020, 2, 4),
        date(2020, 2, 18),
    ]
    assert hold_of(s.ZHENGZHOU).on(reserved).count == 15
    wanted = opened(WANTED, s.ZHENGZHOU, circumstances(morning(reserved), s.CITIZEN))[1]
    assert isinstance(wanted, events.NumberReserved)
    assert wanted.hold_until == date(2020, 2, 18)


def test_an_application_with_a_composed_number_reserves_it_at_once() -> None:
    assert opened(WANTED, s.ZHENGZHOU, circumstances(NOW, s.CITIZEN)) == [COMPOSED, RESERVED]
    assert CASE.fold(HELD).stage is Stage.NUMBER_RESERVED


def test_an_application_without_one_opens_a_session_of_twenty_minutes_with_five_batches() -> None:
    wanted = replace(WANTED, method=SelectionMethod.RANDOM, number_stream=None)
    (session,) = opened(wanted, s.ZHENGZHOU, circumstances(NOW, s.CITIZEN))
    assert isinstance(session, events.PreselectSessionOpened)
    assert (session.tries, session.batches) == (0, 5)
    assert session.open_until == NOW + timedelta(minutes=20)


def test_whoever_is_barred_opens_no_session() -> None:
    imposed = BanImposed(
        case=STREAM,
        ground=BanGround.RESERVATION_EXPIRED,
        imposed_on=DAY,
        barred_until=date(2022, 3, 2),
        office=s.ZHENGZHOU,
        id_no_index=b"owner",
    )
    for day, barred in ((date(2022, 3, 2), True), (date(2022, 3, 3), False)):
        at = circumstances(morning(day), s.CITIZEN)
        at = type(at)(
            at.now, at.by, STREAM, at.catalogue, at.calendar, {BARRED: BAN.fold([imposed])}
        )
        if barred:
            with pytest.raises(BarredFromChoosing):
                opened(WANTED, s.ZHENGZHOU, at)
        else:
            assert opened(WANTED, s.ZHENGZHOU, at)


def test_what_is_drawn_is_offered_for_ninety_seconds() -> None:
    found = decided(OFFER, SUBMITTED, DRAWN, by=s.CITIZEN, on=NOW)
    assert found.events == (OFFERED,)
    (link,) = found.links
    assert link.command == OfferNumber(
        case=STREAM, prefix="豫A", plate_kind=PlateKind.SMALL_CAR, until=UNTIL
    )


@pytest.mark.parametrize(
    "other",
    [
        {"drawn_on": date(2020, 3, 1)},
        {"prefix": "豫B"},
        {"plate_kind": PlateKind.LARGE_CAR},
        {"letters": "D"},
    ],
)
def test_a_batch_is_drawn_from_the_seed_of_today_and_among_his_numbers(
    other: dict[str, Any],
) -> None:
    drawn = replace(OFFER, batch=replace(BATCH, **other))
    refused = given(SUBMITTED, DRAWN).when(drawn, by=s.CITIZEN, on=NOW)
    refused.then_refused(BatchOutOfTurn, batch=0)


def test_batches_come_in_their_turn_and_end_after_five() -> None:
    again = given(SUBMITTED, DRAWN, OFFERED).when(OFFER, by=s.CITIZEN, on=NOW)
    again.then_refused(BatchOutOfTurn, batch=1)
    spent = replace(DRAWN, batches=1)
    given(SUBMITTED, spent, OFFERED).when(
        replace(OFFER, batch=replace(BATCH, batch=2)), by=s.CITIZEN, on=NOW
    ).then_refused(BatchesUsedUp)
    given(SUBMITTED, COMPOSED).when(OFFER, by=s.CITIZEN, on=NOW).then_refused(NumbersNotDrawn)


def test_one_of_those_on_offer_is_reserved_and_no_other() -> None:
    chosen = decided(CHOOSE, SUBMITTED, DRAWN, OFFERED, by=s.CITIZEN, on=UNTIL)
    assert chosen.events == (RESERVED,)
    (link,) = chosen.links
    assert isinstance(link.command, ReserveNumber)
    assert (link.stream, link.command.vehicle, link.command.owner) == (A_NUMBER, CAR, b"owner")
    case = given(SUBMITTED, DRAWN, OFFERED)
    late = UNTIL + timedelta(seconds=1)
    case.when(CHOOSE, by=s.CITIZEN, on=late).then_refused(DrawnNumbersOnly, offered_until=UNTIL)
    other = replace(CHOOSE, number_stream=ANOTHER)
    case.when(other, by=s.CITIZEN, on=NOW).then_refused(DrawnNumbersOnly)


def test_a_composed_number_that_is_taken_costs_one_try() -> None:
    had = PlateNumberReserved(
        case=UUID(int=9), vehicle=UUID(int=10), owner_index=b"x", reserved_on=DAY
    )
    seen = {A_NUMBER: NUMBER.fold([had])}
    tried = decided(CHOOSE, SUBMITTED, COMPOSED, by=s.CITIZEN, on=NOW, seen=seen)
    assert tried.events == (events.NumberTried(why=TryRefused.TAKEN, tries_left=19),)
    assert tried.links == ()
    free = decided(CHOOSE, SUBMITTED, COMPOSED, *tried.events, by=s.CITIZEN, on=NOW)
    assert free.events == (RESERVED,)
    none_left = replace(COMPOSED, tries=0)
    given(SUBMITTED, none_left).when(CHOOSE, by=s.CITIZEN, on=NOW).then_refused(TriesUsedUp)


def test_a_session_that_is_over_ends_without_a_bar() -> None:
    over = PassDeadline(clock=Clock.PRESELECT_SESSION)
    ended = decided(over, SUBMITTED, DRAWN, on=DRAWN.open_until)
    assert [type(each) for each in ended.events] == [CaseLapsed]
    assert [link for link in ended.links if isinstance(link.command, ImposeBan)] == []
