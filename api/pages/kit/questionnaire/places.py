"""The places among which an answer is chosen: offices that the form takes, and counties."""

from typing import Any, Final

from api.desk import Desk
from api.language import Language
from api.pages.kit.places import counties
from api.pages.kit.questionnaire.answers import put
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.questions import AnswerKind, Question
from api.views.openings import open_among
from domain.offices.tree import OFFICES

COUNTY: Final = "region_code"
_OFFICES: Final = ("office_id", "outlet_id", "station_id", "site_id")
_VISITED: Final = frozenset({"pickup_office_id", "mounting_outlet_id"})
"""The places to which people come, which may be closed."""


def is_place(question: Question) -> bool:
    return question.kind is AnswerKind.TEXT and (
        question.name == COUNTY or question.name.endswith(_OFFICES)
    )


def visited(question: Question) -> bool:
    return question.name in _VISITED


async def places(
    desk: Desk, filled: Filled, question: Question, language: Language
) -> list[tuple[str, str]]:
    """Pairs of code and name. An office that is closed for the service today is left out."""
    if question.name == COUNTY:
        return list(counties(language))
    fitting = [office for office in OFFICES if _taken(filled, question, office)]
    if visited(question):
        fitting = await open_among(desk, filled.service.code, fitting)
    return [(office, OFFICES[office].title.text(language)) for office in fitting]


def _taken(filled: Filled, question: Question, office: str) -> bool:
    """Whether the form would take this office."""
    body: dict[str, Any] = {**filled.body}
    if question.block:
        body[question.block] = dict(body.get(question.block, {}))
    put(body, question, {question.path: office})
    return not any(each.pointer == question.pointer for each in filled.read(body))
