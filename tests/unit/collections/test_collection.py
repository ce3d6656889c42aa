"""The post pays over what it has collected: once, and no other sum."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.case.delivery.money import money_links
from domain.case.stage import Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.collections import commands, events
from domain.collections.collection import COLLECTION
from domain.collections.refusals import CollectionAmountDiffers, CollectionSettledBefore
from domain.collections.state import Collection, CollectionStage, collection_of
from domain.identifiers import postal_item
from domain.message import Event
from domain.people import Actor, Role, system
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE

CASE = UUID("0170a3c5-8c00-7000-8000-000000000001")
NOW, TODAY = datetime(2020, 3, 11, 9, tzinfo=UTC), date(2020, 3, 11)
ITEM = postal_item.make(serial=1)
STREAM = collection_of(CASE, ITEM)
POST, TREASURY = Actor(Role.CARRIER, "post"), system("settlement")
BOOKED = events.CollectionBooked(
    item_no=ITEM, case=CASE, office="410100", amount_fen=125_00, collected_on=TODAY
)
SETTLED = events.CollectionSettled(
    item_no=ITEM, statement_no="YZ-1", amount_fen=125_00, settled_on=date(2020, 4, 3)
)
SETTLE = commands.SettleCollection(
    statement_no="YZ-1", amount_fen=125_00, settled_on=date(2020, 4, 3)
)


def after(
    command: commands.CollectionCommand, *history: Event, by: Actor = TREASURY
) -> tuple[Event, ...]:
    at = Circumstances(NOW, by, STREAM, CATALOGUE, Calendar())
    return COLLECTION.decide(COLLECTION.fold(history), command, at).events


def test_what_is_paid_at_the_door_is_owed_by_the_post() -> None:
    before = Case(stage=Stage.IN_POST, office="410100", item_no=ITEM)
    paid = replace(before, stage=Stage.DELIVERED, paid_fen=125_00)
    at = Circumstances(NOW, POST, CASE, CATALOGUE, Calendar())
    (link,) = money_links(before, paid, at)
    assert (link.to, link.stream) == (COLLECTION, STREAM)
    decided = COLLECTION.decide(Collection(), link.command, at, linked=True)
    assert decided.events == (BOOKED,)
    assert decided.after.stage is CollectionStage.OWED
    assert list(money_links(before, replace(paid, paid_fen=0), at)) == []


def test_it_is_paid_over_once_however_often_the_statement_is_read() -> None:
    assert after(SETTLE, BOOKED) == (SETTLED,)
    assert after(SETTLE, BOOKED, SETTLED) == ()
    with pytest.raises(CollectionSettledBefore) as refused:
        after(replace(SETTLE, statement_no="YZ-2"), BOOKED, SETTLED)
    assert refused.value.statement_no == "YZ-1"


@pytest.mark.parametrize("amount_fen", [124_99, 125_01])
def test_another_sum_is_not_what_was_collected(amount_fen: int) -> None:
    with pytest.raises(CollectionAmountDiffers) as refused:
        after(replace(SETTLE, amount_fen=amount_fen), BOOKED)
    assert refused.value.expected_fen == 125_00


def test_nothing_is_paid_over_that_was_not_collected() -> None:
    with pytest.raises(NotAtThisStage):
        after(SETTLE)


def test_the_post_does_not_say_itself_that_it_has_paid() -> None:
    with pytest.raises(NotPermitted):
        after(SETTLE, BOOKED, by=POST)
