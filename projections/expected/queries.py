"""What is known of the stretches of a service, at an office, in its city and in the province."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection
from domain.offices.tree import OFFICES
from projections.expected.forecast import (
    ENOUGH,
    ENOUGH_OF_A_PLACE,
    LATELY,
    Ends,
    Forecast,
    forecast,
)
from projections.expected.row import OPEN_DAYS, PROVINCE, WHOLE, Ended, is_expected

_SAMPLES: Final[LiteralString] = """
SELECT what, place, began_on, days, ended, value FROM projections.expected_figures
WHERE service = %(service)s AND what = ANY(%(what)s) AND value <> 0
  AND (%(places)s::text[] IS NULL OR place = ANY(%(places)s))
  AND began_on >= %(first)s AND began_on < %(last)s"""
_LAST_BEGUN: Final[LiteralString] = """
SELECT stretches::jsonb->-1->>0, (stretches::jsonb->-1->>1)::date, submitted_on, slipped, likely_by
FROM projections.expected WHERE stream = %s AND open"""

Samples = Mapping[tuple[str, str], Sequence[Ends]]
"""By the stretch and the place."""


class WaitingSince(NamedTuple):
    """The stage at which an open application stands, and since when."""

    stage: str
    since: date
    submitted_on: date
    slipped: bool
    likely_by: date | None


async def standing(connection: Connection, case: UUID) -> WaitingSince | None:
    """None for an application that has ended, or of whose service no dates are told."""
    cursor = await connection.execute(_LAST_BEGUN, (case,))
    rows = await cursor.fetchall()
    return WaitingSince(*rows[0]) if rows else None


async def samples(
    connection: Connection,
    service: str,
    first: date,
    last: date,
    *,
    what: Sequence[str] = (WHOLE,),
    office: str | None = None,
) -> Samples:
    """What must be known to tell dates on the days from ``first`` to ``last``.

    With ``office`` it is that of its city and of the province, otherwise of all offices.
    """
    if not is_expected(service):
        return {}
    values = {
        "service": service,
        "what": list(what),
        "places": [PROVINCE, *_of_its_city(office)] if office is not None else None,
        "first": first - LATELY,
        "last": last,
    }
    found: dict[tuple[str, str], list[Ends]] = defaultdict(list)
    cursor = await connection.execute(_SAMPLES, values)
    for of, place, began_on, days, ended, count in await cursor.fetchall():
        length = None if days == OPEN_DAYS else days
        found[of, place].append(Ends(began_on, length, ended == Ended.DONE, count))
    return found


def told(known: Samples, what: str, office: str, day: date, *, waited: int = 0) -> Forecast | None:
    """What is told on a day at an office: by its own cases if they are enough, else by those of
    its city, else by those of the province.
    """
    of_places = (
        ((office,), ENOUGH_OF_A_PLACE),
        (_of_its_city(office), ENOUGH_OF_A_PLACE),
        ((PROVINCE,), ENOUGH),
    )
    for places, enough in of_places:
        sample = list(_at(known, what, places))
        if sum(each.stretches for each in sample) < enough:
            continue
        found = forecast(sample, day, waited=waited)
        if found and found.cases >= enough:
            return found
    return None


def _at(known: Samples, what: str, places: Iterable[str]) -> Iterator[Ends]:
    for place in places:
        yield from known.get((what, place), ())


def _of_its_city(office: str) -> Sequence[str]:
    """The offices of the same prefecture. One that no list knows stands for itself."""
    if office not in OFFICES:
        return (office,)
    region = OFFICES[office].region_code
    return [each.id for each in OFFICES.values() if each.region_code == region]
