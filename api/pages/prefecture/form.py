"""The form of a decision, with what was filled in and what is wrong with it."""

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response

from api.pages.kit.answer import render
from api.pages.kit.faults import WHOLE, Fault
from api.pages.kit.viewer import Viewer
from api.pages.prefecture.city import DecidingCity
from api.pages.prefecture.faults import faults_in
from api.pages.prefecture.questions import questions
from api.pages.prefecture.sent import chosen
from api.problems import Problem
from api.views.decision_preview import ROWS
from domain.message import Command
from domain.offices.tree import REGIONS
from domain.possible import ask_who
from domain.prefectures.words import WORDS
from domain.refusal import Conflict, Invalid

Sent = Mapping[str, str]


def command_named(city: DecidingCity, sent: Sent) -> type[Command]:
    """The command of the decision. Raises 404 for one that his role never takes.

    Raises the refusal of its row for who does not decide about this city. Whether it can be taken
    as things stand, the decision itself says.
    """
    row = ROWS.get(sent.get("decide", ""))
    if row is None or city.identity.actor.role not in row.by:
        raise Problem("not-found", 404)
    ask_who(row, city.state, city.at, None)
    command: type[Command] = row.command
    return command


def asked(
    viewer: Viewer, city: DecidingCity, sent: Sent, faults: Sequence[Fault] = (), status: int = 200
) -> Response:
    command = command_named(city, sent)
    asking = questions(command, city.state, city.region)
    return render(
        viewer,
        "prefecture/decide.html",
        status,
        resend={**sent, "act": "edit"} if "act" in sent else None,
        name=sent["decide"],
        title=WORDS.commands[command.__name__],
        city=REGIONS[city.region].title,
        region=city.region,
        version=sent.get("version") or city.opened.version,
        questions=asking,
        given={each.name: chosen(each, sent) for each in asking},
        errors=[(fault.field or "decision", fault.text) for fault in faults],
        faults={fault.field: fault for fault in faults},
        whole=next((fault for fault in faults if fault.field == WHOLE), None),
        today=city.today,
    )


def again(
    request: Request,
    viewer: Viewer,
    city: DecidingCity,
    sent: Sent,
    why: Problem | Invalid | Conflict,
) -> Response:
    """The same, beside whose fields stands why the decision is refused."""
    problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
    if problem.status not in {409, 422}:
        raise problem
    return asked(viewer, city, sent, faults_in(problem, viewer.language), problem.status)
