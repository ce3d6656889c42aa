"""What the officers of the town take at their windows is in their tills, and others close them."""

from datetime import date
from typing import Final

from cheguan.order_books import money
from cheguan.town.story import load
from cheguan.town.tills import evening_of
from domain.aggregates import CODEC
from domain.case.delivery.events import PickedUp
from domain.message import Event
from domain.tills.events import TakingBooked, TillClosed, TillCounted, TillEvent
from domain.tills.state import TillStage
from domain.tills.till import TILL
from tests.kit.towns import open_town

VISITS: Final = range(280_000, 280_120)
LAST_DAY: Final = date(2020, 12, 31)
_TOPICS: Final = frozenset(
    kind.__name__ for kind in (PickedUp, TakingBooked, TillCounted, TillClosed)
)


async def test_every_till_is_counted_by_whoever_took_and_closed_by_his_leader(
    database_url: str,
) -> None:
    async with open_town(database_url) as town:
        await load(town, VISITS, until=None, progress=lambda done, of: None)
        town.clock.act_at(evening_of(LAST_DAY))
        await town.tills.close(town.door, town.clock())
        told = [each async for each in money(database_url, CODEC, _TOPICS)]
    collected = sum(each.event.collected_fen for each in told if isinstance(each.event, PickedUp))
    tills: dict[object, list[Event]] = {}
    for each in told:
        if isinstance(each.event, TillEvent):
            tills.setdefault(each.stream, []).append(each.event)
    states = [TILL.fold(history) for history in tills.values()]
    assert collected > 0
    assert sum(each.cash_fen + each.card_fen for each in states) == collected
    for state in states:
        assert state.stage is TillStage.CLOSED, state
        assert state.closed_by == f"{state.office}-leader"
        assert state.cash_difference_fen in (0, -100)
