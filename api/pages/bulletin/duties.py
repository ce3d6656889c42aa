"""What offices owe people beside the cases, as far as nothing is told of it later (ADR 71).

Telephone logs are imported later, and a rate of those who asked on a day is open for long, so
neither is here.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from domain.event_store.transaction import Connection
from domain.titles import Title
from projections.centres.figures import centre_lines
from projections.enquiries.queries import enquiry_lines
from projections.halls.queries import hall_lines
from projections.throughput.definitions.all_definitions import OF_CENTRES, OF_ENQUIRIES, OF_HALLS
from projections.throughput.definitions.definition import Definition
from projections.throughput.lines import Line, summed

READ_FOR_DUTIES: Final = ("enquiries", "halls", "centres")
"""The read models that must have folded all of a day before its duties are told for ever."""
_EVERY: Final = {**OF_ENQUIRIES, **OF_HALLS, **OF_CENTRES}


def _chosen(*codes: str) -> Mapping[str, Definition]:
    return {code: _EVERY[code] for code in codes}


DUTIES_OF_DAY: Final[Mapping[Title, Mapping[str, Definition]]] = {
    Title("咨询答复", "Questions"): _chosen(
        "enquiries_received",
        "enquiries_answered",
        "answered_in_time_rate",
        "first_answer_rate",
        "transfer_rate",
        "shirking_alarms",
    ),
    Title("办事大厅", "Halls"): _chosen(
        "entry_admitted", "entry_refused", "hygiene_compliance", "cleaning_compliance"
    ),
    Title("网办中心", "Centres"): _chosen(
        "centre_officers_rostered", "centre_capacity_use", "equipment_down_hours"
    ),
}
"""The figures of a bulletin, by what they are about."""


class DutyFigures(NamedTuple):
    """What belongs together: the figures by their codes, and what they mean."""

    title: Title
    definitions: Mapping[str, Definition]
    told: Mapping[str, Any]


async def duty_lines(reading: Connection, first: date, last: date, now: datetime) -> list[Line]:
    """What was counted of questions, halls and centres. Both days are included."""
    return [
        *await enquiry_lines(reading, first, last),
        *await hall_lines(reading, first, last),
        *await centre_lines(reading, first, last, now),
    ]


async def duties_of_day(
    reading: Connection, day: date, now: datetime, region: str | None
) -> Sequence[DutyFigures]:
    """Those of the province, or of one prefecture."""
    lines = await duty_lines(reading, day, day, now)
    here = [line for line in lines if region in {None, line.key["region"]}]
    whole = summed(here, []).get((), Line({}))
    return [
        DutyFigures(title, chosen, {code: each.of(whole) for code, each in chosen.items()})
        for title, chosen in DUTIES_OF_DAY.items()
    ]
