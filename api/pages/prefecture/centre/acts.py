"""What a form on the page of a centre asks for, as the command that it is."""

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import msgspec
from starlette.requests import Request

from api.actions import slug
from api.command_outcome import carried_out
from api.command_request import decoded, request_by, required_key
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.kit.faults import Fault
from api.pages.kit.forms import whole_number
from api.pages.prefecture.centre.standing import StandingCentre
from api.pages.prefecture.faults import faults_in
from api.problems import Problem
from domain.centres import commands
from domain.centres.centre import CENTRE
from domain.refusal import Refusal

_OFFERED: Final[Mapping[str, type[commands.CentreCommand]]] = {
    slug(row.command): row.command for row in CENTRE.decisions
}
_NUMBERS: Final = frozenset({"version", "lacking", "incident"})
_BETWEEN: Final = re.compile(r"[\s,;，；、]+")
_OF_INCIDENT: Final = {"item": "which"}
"""Two forms ask for an item: one for a new number, the other for one of those in use."""
_FIELDS: Final[Mapping[str, str]] = {
    "equipment-number-taken": "item",
    "equipment-not-here": "which",
    "centre-incident-unclear": "kind",
    "centre-incident-known": "which",
    "remedy-does-not-fit": "incidents",
    "centre-incident-not-open": "incidents",
    "work-rules-not-in-force": "rules",
}
"""The field of a refusal that does not point at one itself."""


class NotRecorded(NamedTuple):
    """Why it was not done, beside the fields of the form. ``status`` is that of HTTP."""

    status: int
    faults: list[Fault]


async def acted(
    request: Request,
    desk: Desk,
    identity: Identity,
    standing: StandingCentre,
    sent: Mapping[str, str],
    language: Language,
) -> NotRecorded | None:
    """Carries out what was asked for. Raises 400 for no act.

    Several people keep one centre, so no version is asked for. The same form that is sent twice
    is one command.
    """
    kind = _OFFERED.get(sent.get("act", ""))
    if kind is None:
        raise Problem("bad-request", 400)
    stream = standing.opened.stream
    try:
        body = msgspec.json.encode(_body(kind, standing.office.id, sent))
        command = decoded(kind, body, language)
        by = request_by(
            identity,
            stream=stream,
            name=sent["act"],
            body=body,
            key=required_key(sent.get("key")),
        )
        await carried_out(desk, by.command_id, desk.door.handle(CENTRE, stream, command, by))
    except (Problem, Refusal) as why:
        problem: Problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status not in {403, 409, 412, 422}:
            raise problem from None
        return NotRecorded(problem.status, _faults(kind, problem, language))
    return None


def _body(
    kind: type[commands.CentreCommand], office: str, sent: Mapping[str, str]
) -> dict[str, Any]:
    body: dict[str, Any] = {"office": office}
    for name in kind.__struct_fields__:
        given = sent.get(_sent_as(kind, name), "")
        if name == "officers":
            body[name] = [each for each in _BETWEEN.split(given) if each]
        elif name in _NUMBERS and (number := whole_number(given)) is not None:
            body[name] = number
        elif name != "office" and given:
            body[name] = given
    return body


def _sent_as(kind: type[commands.CentreCommand], name: str) -> str:
    """The name under which the form of this command sends a field."""
    return _OF_INCIDENT.get(name, name) if kind is commands.ReportCentreIncident else name


def _faults(
    kind: type[commands.CentreCommand], problem: Problem, language: Language
) -> list[Fault]:
    if problem.code in _FIELDS:
        text = problem.described(language)
        return [Fault(_FIELDS[problem.code], f"{text.title}: {text.detail}")]
    return [
        each._replace(field=_sent_as(kind, each.field)) for each in faults_in(problem, language)
    ]
