"""What the announcement asks of offices beside the cases, by city: that calls and questions are
answered, that halls are disinfected, and that the network office centres keep up (R15 to R23).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from api.language import Language
from api.pages.kit import formats
from api.pages.kit.figures_by_city import CityFigures, figure_cells, of_cities
from api.pages.kit.period import Period
from api.views.thresholds import THRESHOLDS, Alarm
from domain.event_store.transaction import Connection
from domain.titles import Title
from projections.centres.figures import centre_lines
from projections.enquiries.queries import enquiry_lines
from projections.halls.queries import hall_lines
from projections.throughput.definitions.all_definitions import OF_CENTRES, OF_ENQUIRIES, OF_HALLS
from projections.throughput.definitions.definition import Definition
from projections.throughput.lines import summed

_EVERY: Final[Mapping[str, Definition]] = {**OF_ENQUIRIES, **OF_HALLS, **OF_CENTRES}
_TABLES: Final[tuple[tuple[Title, tuple[str, ...]], ...]] = (
    (
        Title("电话和咨询", "Calls and questions"),
        (
            "call_answer_rate",
            "avg_wait",
            "answered_in_time_rate",
            "first_answer_rate",
            "transfer_rate",
            "rating_rate",
        ),
    ),
    (
        Title("办事大厅和网办中心", "Halls and network office centres"),
        (
            "hygiene_compliance",
            "entry_refused",
            "centre_capacity_use",
            "equipment_down_hours",
        ),
    ),
)


class OfficeDuty(NamedTuple):
    """A figure as it is written, and how urgent it is."""

    text: str
    tone: Alarm


class DutyTable(NamedTuple):
    """Figures that belong together. The province is the last row; ``why`` tells each threshold."""

    title: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[OfficeDuty]]]
    why: Sequence[str]


async def duties(
    reading: Connection, chosen: Period, now: datetime, language: Language
) -> list[DutyTable]:
    """The figures of the period. All are told on the day on which something happened."""
    lines = [
        *await enquiry_lines(reading, chosen.first, chosen.last),
        *await hall_lines(reading, chosen.first, chosen.last),
        *await centre_lines(reading, chosen.first, chosen.last, now),
    ]
    rows = of_cities(list(summed(lines, ["region"]).values()), _EVERY, language)
    return [_table(title, codes, rows, language) for title, codes in _TABLES]


def _table(
    title: Title, codes: Sequence[str], rows: Sequence[CityFigures], language: Language
) -> DutyTable:
    shown = {code: _EVERY[code] for code in codes}
    return DutyTable(
        title.text(language),
        [formats.capital(each.title.text(language)) for each in shown.values()],
        [(row.title, _duties(row, shown, language)) for row in rows],
        [THRESHOLDS[code].why.text(language) for code in codes if code in THRESHOLDS],
    )


def _duties(
    row: CityFigures, shown: Mapping[str, Definition], language: Language
) -> list[OfficeDuty]:
    texts = figure_cells(row, shown, language)
    return [
        OfficeDuty(
            text,
            THRESHOLDS[code].tone(row.told[code]) if code in THRESHOLDS else Alarm.PLAIN,
        )
        for code, text in texts.items()
    ]
