"""A city closes and opens its windows while a reactor runs, and asks about another day."""

from typing import Final

from cheguan.whatif import outcome
from cheguan.whatif.decision_file import read_decisions
from cheguan.whatif.decision_text import written
from cheguan.whatif.figures import Compared
from cheguan.whatif.table import difference
from domain.aggregates import CODEC
from domain.event_store.transaction import Connection
from tests.kit.closing import ZHENGZHOU, City, city
from tests.kit.whatif_cases import beijing

CASES: Final = 6


async def test_what_a_reactor_has_held_and_released_is_found_again_and_shorter_for_an_earlier_day(
    database_url: str, connection: Connection
) -> None:
    """Its counter closes for ten days. Another file lets it close for five, or not open yet."""
    async with city(database_url, connection) as place:
        place.office.now = beijing(3, 10)
        for number in range(CASES):
            await place.to_collect(number)
        place.office.now = beijing(3, 12, 12)
        await place.close()
        await place.follow()
        place.office.now = beijing(3, 22, 12)
        await place.open()
        await place.follow()
        taken = written(await outcome.were_taken(database_url, CODEC))
        same = await _under(place, taken)
        assert (same.was.held, same.was.held_days) == (CASES, 10 * CASES)
        assert same.would_be == same.was
        earlier = await _under(place, taken.replace("2020-03-22", "2020-03-17"))
        assert difference(earlier)._asdict() == {
            "handled": 0,
            "held": 0,
            "held_days": -5 * CASES,
            "late": 0,
            "passed": 0,
        }
        later = await _under(place, taken.replace("2020-03-22", "2020-04-22"))
        assert later.would_be.held_days == 10 * CASES


async def _under(place: City, text: str) -> Compared:
    found = await outcome.outlook(
        place.url, CODEC, read_decisions(text), text, None, lambda done, of: None
    )
    return found.comparison.cities[ZHENGZHOU]
