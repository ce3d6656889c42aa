"""What a decision would do, before it is confirmed."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from api.desk import Desk
from api.language import Language
from api.pages.kit.answer import render
from api.pages.kit.forms import whole_number
from api.pages.kit.places import office_text
from api.pages.kit.viewer import Viewer
from api.pages.prefecture.choices import business_title
from api.pages.prefecture.city import DecidingCity
from api.pages.prefecture.form import Sent, again, asked, command_named
from api.pages.prefecture.past import past, since
from api.pages.prefecture.questions import questions
from api.pages.prefecture.sent import chosen, command_in, in_words, unanswered
from api.pages.prefecture.standing import windows_changed
from api.problems import Problem
from api.views.decision_preview import foretold
from domain.offices.tree import HEADQUARTERS, REGIONS
from domain.prefectures.words import WORDS
from domain.refusal import Conflict, Invalid
from projections.caseload.preview import Concerned

_OF_THE_PAGE: Final = frozenset({"act", "version"})
"""What is sent beside the answers, and written anew."""


class CasesTold(NamedTuple):
    """So many cases of each office and service, and of all together."""

    rows: Sequence[tuple[str, str, int]]
    cases: int


async def previewed(
    request: Request, desk: Desk, viewer: Viewer, city: DecidingCity, sent: Sent
) -> Response:
    """The preview; or the form again, with what is wrong. Nothing is stored.

    Who had looked at an earlier version is shown what was decided meanwhile.
    """
    kind = command_named(city, sent)
    asking = questions(kind, city.state, city.region)
    if faults := unanswered(asking, sent, viewer.language):
        return asked(viewer, city, sent, faults, 422)
    try:
        command = command_in(kind, city.region, asking, sent, viewer.language)
        found = await foretold(desk, city.opened, command, city.identity)
    except (Problem, Invalid, Conflict) as why:
        return again(request, viewer, city, sent, why)
    moved = since(city.history, seen(sent, city))
    return render(
        viewer,
        "prefecture/preview.html",
        412 if moved else 200,
        resend={**sent, "act": "preview"},
        title=WORDS.commands[kind.__name__],
        city=REGIONS[city.region].title,
        region=city.region,
        version=city.opened.version,
        moved=past(moved, city.region, viewer.language),
        rows=[
            (_headed(each.title.text(viewer.language)), in_words(each, sent, viewer.language))
            for each in asking
            if chosen(each, sent)
        ],
        sent={name: value for name, value in sent.items() if name not in _OF_THE_PAGE},
        body=office_text(city.identity.actor.office or HEADQUARTERS, viewer.language),
        on=found.day,
        nothing=found.after == found.before,
        windows=windows_changed(found.before, found.after, city.region, found.day),
        opens=_counted(found.opens, viewer.language),
        holds=_counted(found.holds, viewer.language),
        moves=_counted(found.moves, viewer.language),
    )


def _headed(text: str) -> str:
    """Upright at the head of a row, as a line of its own begins."""
    return text[:1].upper() + text[1:]


def seen(sent: Sent, city: DecidingCity) -> int:
    """The version at which he had looked when he filled the form in."""
    version = whole_number(sent.get("version", ""))
    return city.opened.version if version is None else version


def _counted(found: Sequence[Concerned], language: Language) -> CasesTold:
    rows = [
        (
            office_text(each.office, language),
            business_title(each.service).text(language),
            each.cases,
        )
        for each in found
    ]
    return CasesTold(rows, sum(each.cases for each in found))
