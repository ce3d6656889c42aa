"""Unusual patterns by city, as cities look at them weekly and the province monthly
(Order 164 of the Ministry of Public Security, art. 67), and what agencies have completed.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, LiteralString

from domain.calendar import end_of_day, start_of_day
from domain.event_store.transaction import Connection
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, REGIONS
from domain.services.catalogue import EVERY_SERVICE
from projections.audit import terms
from projections.audit.risks import OUT_OF_HOURS
from projections.audit.wanted import PEOPLE_OF_ONE_MOBILE
from projections.throughput.definitions.operation import (
    AFTER_HOURS,
    BY_AGENCIES,
    COMPLETED,
    OFTEN_REISSUED,
    ONE_MOBILE,
    WARNED,
)
from projections.throughput.lines import Line
from projections.throughput.totals import region_of

REISSUES: Final = frozenset(code for code, each in EVERY_SERVICE.items() if each.reissue)
"""By these somebody asks again for a plate or a document that was issued to him before."""
OFTEN: Final = 3
"""From so many applications for a reissue a person stands out. No law gives a number."""
_AGENCIES: Final = frozenset({OfficeKind.REGISTRATION_STATION, OfficeKind.POSTAL_AGENCY})

_COMPLETED: Final[LiteralString] = """
SELECT office, sum(value)::bigint FROM projections.throughput_figures
WHERE day BETWEEN %s AND %s AND measure LIKE '%%>completed' GROUP BY office"""
_WARNED: Final[LiteralString] = """
WITH places AS (
    SELECT * FROM unnest(%(offices)s::text[], %(regions)s::text[]) AS p (office, region)),
cases AS (
    SELECT region, service, person, mobile FROM projections.audited JOIN places USING (office)
    WHERE submitted_at >= %(start)s AND submitted_at < %(end)s)
SELECT region, 'one_mobile', count(*) FROM (
    SELECT region FROM cases WHERE mobile IS NOT NULL
    GROUP BY region, mobile HAVING count(DISTINCT person) >= %(people)s) AS m GROUP BY region
UNION ALL
SELECT region, 'often_reissued', count(*) FROM (
    SELECT region FROM cases WHERE service = ANY(%(reissues)s)
    GROUP BY region, person HAVING count(*) >= %(often)s) AS r GROUP BY region
UNION ALL
SELECT region, 'after_hours', count(*)
FROM projections.audited JOIN places USING (office)
     CROSS JOIN LATERAL jsonb_array_elements(steps::jsonb) AS s (step)
WHERE submitted_at < %(end)s AND last_on >= %(first)s
  AND string_to_array(terms, E'\\n') @> ARRAY[%(word)s]
  AND (step ->> 3)::date BETWEEN %(first)s AND %(last)s
  AND jsonb_exists(step -> 5, %(risk)s)
GROUP BY region"""
_KINDS: Final = frozenset({ONE_MOBILE, OFTEN_REISSUED, AFTER_HOURS})


async def supervision_lines(connection: Connection, first: date, last: date) -> Sequence[Line]:
    """A line for each city, with zeros where nothing was found. Both days are included.

    A person or a number counts once in each city in which it stands out by itself.
    """
    lines = {region: Line({"region": region}) for region in REGIONS}
    cursor = await connection.execute(_COMPLETED, (first, last))
    for office, cases in await cursor.fetchall():
        if (line := lines.get(region_of(office))) is not None:
            line.add(COMPLETED, cases)
            if office in OFFICES and OFFICES[office].kind in _AGENCIES:
                line.add(BY_AGENCIES, cases)
    offices = [each for each in OFFICES.values() if each.region_code in REGIONS]
    values = {
        "offices": [each.id for each in offices],
        "regions": [each.region_code for each in offices],
        "start": start_of_day(first),
        "end": end_of_day(last),
        "people": PEOPLE_OF_ONE_MOBILE,
        "reissues": sorted(REISSUES),
        "often": OFTEN,
        "first": first,
        "last": last,
        "word": terms.risk(OUT_OF_HOURS),
        "risk": OUT_OF_HOURS,
    }
    cursor = await connection.execute(_WARNED, values)
    for region, kind, times in await cursor.fetchall():
        assert kind in _KINDS
        lines[region].add(f"{WARNED}:{kind}", times)
    return list(lines.values())
