"""What stands in the fields of the acts, and what is wrong with it."""

from typing import Any, Final

from api.desk import Desk
from api.language import Language
from api.pages.kit.formats import capital
from api.pages.mine.papers import WaitingPaper
from api.problems import Problem
from api.views.openings import open_among
from domain.case.intake.askable import ADDRESS
from domain.case.state import Case
from domain.offices.office import PICKUP_KINDS
from domain.offices.tree import OFFICES, prefecture_of
from domain.services.texts import FIELDS
from domain.titles import Title

_SUPPLY: Final = Title("请补充提供此项", "Please supply this")


async def pickup_offices(desk: Desk, current: Case, language: Language) -> list[tuple[str, str]]:
    """The counters of the case's prefecture that are open today, as pairs of code and name.

    The green channel opens the closed ones too.
    """
    region = prefecture_of(current.office)
    counters = [
        each.id
        for each in OFFICES.values()
        if each.region_code == region and each.kind in PICKUP_KINDS
    ]
    if not current.green:
        counters = await open_among(desk, current.service, counters)
    return [(each, OFFICES[each].title.text(language)) for each in counters]


def label_of(name: str, language: Language) -> str:
    """The name of a field of the delivery."""
    title = FIELDS[f"delivery.{name}"].title
    return capital(title.text(language)) if title else name


def errors_of(
    problem: Problem | None, papers: list[WaitingPaper], language: Language
) -> dict[str, str]:
    """What is wrong with each field in the words of the API: papers by kind, others by name."""
    if problem is None:
        return {}
    found: dict[str, str] = {}
    defects: Any = problem.members.get("defects", [])
    for each in defects:
        steps = each["pointer"].strip("/").split("/")
        if steps[0] == "documents" and len(steps) > 1 and steps[1].isdigit():
            found.setdefault(papers[int(steps[1])].kind, each["text"])
        else:
            found.setdefault(steps[-1], each["text"])
    places: Any = problem.members.get("places", [])
    for place in places:
        found.setdefault("recipient_name" if place == ADDRESS else place, _SUPPLY.text(language))
    return found
