"""The kinds of risk with their rules and counts, and a random sample of one of them."""

from typing import Any, Final, NamedTuple

from api.dependencies import read_connection
from api.desk import Desk
from api.language import Language
from api.pages.audit.asked import SearchedFor, wanted
from api.pages.audit.found_rows import FoundRow, found_row
from api.pages.audit.risk_words import ONLOOKER_LEAST, ONLOOKER_TIMES, ONLOOKERS, RISKS
from api.pages.audit.search import choices
from api.security.events import STREAMS_LISTED
from api.security.log import noted
from domain.case.case import CASE
from projections.audit.queries import counted, drawn, idle_onlookers
from projections.engine.standing import standing

COUNTED: Final = 1_000
"""So many cases of a kind are counted at most."""
MOST_DRAWN: Final = 100
_OFFICERS: Final = 50


class Draw(NamedTuple):
    """How many cases are drawn, and by which seed."""

    number: int
    seed: str


async def risks(
    desk: Desk, asked: SearchedFor, draw: Draw | None, language: Language
) -> dict[str, Any]:
    """The content of the page. Only the days, the office and the service of it are asked for."""
    of_period = wanted(asked, desk.today)
    async with read_connection(desk) as reading:
        counts = {
            code: await counted(reading, of_period._replace(risk=code), COUNTED + 1)
            for code in RISKS
        }
        onlookers = await idle_onlookers(
            reading,
            of_period.first,
            of_period.last,
            least=ONLOOKER_LEAST,
            times=ONLOOKER_TIMES,
            limit=_OFFICERS,
        )
        sample: list[FoundRow] = []
        whole = 0
        if draw:
            cases, whole = await drawn(reading, of_period, draw.seed, draw.number)
            sample = [found_row(case, of_period, language) for case in cases]
            noted(STREAMS_LISTED, kind=CASE.kind, lines=len(sample))
        stands = await standing(reading, "audited")
    return {
        "asked": asked,
        "first": of_period.first,
        "last": of_period.last,
        "counts": [
            (code, words.title.text(language), words.rule.text(language), counts[code])
            for code, words in RISKS.items()
        ],
        "counted_to": COUNTED,
        "onlookers": onlookers,
        "onlookers_title": ONLOOKERS.title.text(language),
        "onlookers_rule": ONLOOKERS.rule.text(language),
        "draw": draw,
        "most_drawn": MOST_DRAWN,
        "whole": whole,
        "sample": sample,
        "stands": stands,
        **choices(language),
    }
