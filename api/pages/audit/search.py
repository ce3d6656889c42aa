"""Finds cases by what happened in them, and lists those of a number."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from api.dependencies import read_connection
from api.desk import Desk
from api.language import Language
from api.pages.audit.asked import SearchedFor, cursor_of, place_of, wanted
from api.pages.audit.found_rows import as_csv, found_row
from api.pages.audit.risk_words import RISKS
from api.pages.kit.places import office_text
from api.security.events import STREAMS_LISTED
from api.security.log import noted
from domain.case.case import CASE
from domain.offices.tree import OFFICES
from domain.services.catalogue import EVERY_SERVICE
from projections.audit.queries import CasePlace, counted, editions, found, these

ON_A_PAGE: Final = 50
COUNTED: Final = 1_000
"""So many cases are counted at most."""
IN_A_FILE: Final = 10_000


async def searched(
    desk: Desk, asked: SearchedFor, cursor: str, language: Language
) -> dict[str, Any]:
    """The content of the page. Raises 404 for a code that there is not, 422 for no period."""
    looked_for = wanted(asked, desk.today)
    after = place_of(cursor) if cursor else None
    async with read_connection(desk) as reading:
        cases = await found(reading, looked_for, after, ON_A_PAGE + 1)
        count = await counted(reading, looked_for, COUNTED + 1)
        rules = await editions(reading)
    page, more = cases[:ON_A_PAGE], cases[ON_A_PAGE:]
    noted(STREAMS_LISTED, kind=CASE.kind, lines=len(page))
    last = page[-1] if more else None
    return {
        "asked": asked,
        "first": looked_for.first,
        "last": looked_for.last,
        "rows": [found_row(case, looked_for, language) for case in page],
        "count": count,
        "counted_to": COUNTED,
        "in_a_file": IN_A_FILE,
        "following": cursor_of(CasePlace(last.submitted_at, last.case_id)) if last else None,
        "is_later": bool(cursor),
        **choices(language),
        "editions": [(edition, edition) for edition, _ in rules],
    }


def choices(language: Language) -> dict[str, Any]:
    """What the fields of the form offer."""
    return {
        "offices": [(code, office_text(code, language)) for code in OFFICES],
        "services": [(code, each.title.text(language)) for code, each in EVERY_SERVICE.items()],
        "stages": _titled(CASE.words.stages.items(), language),
        "kinds": _titled(CASE.words.events.items(), language),
        "risks": [(code, each.title.text(language)) for code, each in RISKS.items()],
    }


async def as_file(desk: Desk, asked: SearchedFor, language: Language) -> bytes:
    """The first :data:`IN_A_FILE` cases that fit."""
    looked_for = wanted(asked, desk.today)
    async with read_connection(desk) as reading:
        cases = await found(reading, looked_for, None, IN_A_FILE)
    noted(STREAMS_LISTED, kind=CASE.kind, lines=len(cases))
    return as_csv(cases, looked_for, language)


async def listed(desk: Desk, streams: Sequence[UUID], language: Language) -> dict[str, Any]:
    """The cases of a number, which no address shows."""
    async with read_connection(desk) as reading:
        cases = await these(reading, streams)
    return {"rows": [found_row(case, None, language) for case in cases]}


def _titled(words: Any, language: Language) -> list[tuple[str, str]]:
    return [(str(code), title.text(language)) for code, title in words]
