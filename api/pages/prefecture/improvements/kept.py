"""Gives a command to the register, as somebody has filled in a form of it."""

from collections.abc import Mapping
from typing import Final, NamedTuple
from uuid import UUID, uuid4

import msgspec
from starlette.requests import Request

from api.command_outcome import carried_out
from api.command_request import decoded, request_by
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.kit.faults import Fault
from api.pages.kit.forms import version_seen
from api.pages.prefecture.faults import faults_in
from api.preconditions import exactly
from api.problems import Problem
from domain.door.door import Begun
from domain.improvements.commands import CloseImprovement, EnterImprovement, MoveImprovementDue
from domain.improvements.improvement import IMPROVEMENT
from domain.message import Command
from domain.refusal import Refusal

Sent = Mapping[str, str]
_ACTS: Final[Mapping[str, type[Command]]] = {
    "move": MoveImprovementDue,
    "close": CloseImprovement,
}


class NotKept(NamedTuple):
    """Why it was not done, beside the fields of the form. ``status`` is that of HTTP."""

    status: int
    faults: list[Fault]


async def entered(
    request: Request, desk: Desk, identity: Identity, region: str, sent: Sent, language: Language
) -> NotKept | None:
    """Begins a problem. The form names its own key, so sent twice it is entered once."""
    key = sent.get("key", "")
    if not key.isascii() or not key.isprintable() or not 1 <= len(key) <= 64:
        raise Problem("bad-request", 400)
    try:
        command = _filled(EnterImprovement, {**sent, "region": region}, language)
        by = request_by(
            identity,
            stream=None,
            name=EnterImprovement.__name__,
            body=msgspec.json.encode(command),
            key=key,
        )
        begun = Begun(uuid4(), command, by)
        await carried_out(desk, by.command_id, desk.door.begin(IMPROVEMENT, begun))
    except (Problem, Refusal) as why:
        return _not_kept(request, why, language)
    return None


async def kept(
    request: Request,
    desk: Desk,
    identity: Identity,
    improvement: UUID,
    sent: Sent,
    language: Language,
) -> NotKept | None:
    """Moves the day due, or closes it, on the version that was seen."""
    version = version_seen(sent)
    if (kind := _ACTS.get(sent.get("act", ""))) is None:
        raise Problem("bad-request", 400)
    try:
        command = _filled(kind, sent, language)
        by = request_by(
            identity,
            stream=improvement,
            name=kind.__name__,
            body=msgspec.json.encode(command),
            expected=exactly(version),
        )
        doing = desk.door.handle(IMPROVEMENT, improvement, command, by)
        await carried_out(desk, by.command_id, doing)
    except (Problem, Refusal) as why:
        return _not_kept(request, why, language)
    return None


def _filled(kind: type[Command], sent: Sent, language: Language) -> Command:
    """Raises 422 with the defects of what was filled in."""
    names = [field.name for field in msgspec.structs.fields(kind)]
    given = {name: sent.get(name, "").strip() for name in names}
    return decoded(kind, msgspec.json.encode(given), language)


def _not_kept(request: Request, why: Problem | Refusal, language: Language) -> NotKept:
    """Raises what no form can put right."""
    problem: Problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
    if problem.status not in {409, 412, 422}:
        raise problem
    return NotKept(problem.status, _faults(problem, language))


_FIELDS: Final[Mapping[str, str]] = {
    "improvement-responsible-elsewhere": "responsible",
    "improvement-due-past": "due_on",
}


def _faults(problem: Problem, language: Language) -> list[Fault]:
    """A refusal that names its fields stands beside each of them."""
    found = faults_in(problem, language)
    fields = problem.members.get("fields")
    if problem.code in _FIELDS:
        fields = [_FIELDS[problem.code]]
    if not isinstance(fields, list):
        return found
    return [found[0]._replace(field=str(field)) for field in fields]
