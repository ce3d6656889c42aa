"""What a form on the page of a hall asks for, as the command that it is."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from api.actions import slug
from api.command_outcome import carried_out
from api.command_request import decoded, request_by, required_key
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.hall.standing import StandingHall
from api.pages.kit.forms import whole_number
from api.problems import Problem
from domain.halls import commands
from domain.halls.hall import HALL

_OFFERED: Final[Mapping[str, type[commands.HallCommand]]] = {
    slug(kind): kind
    for kind in (
        commands.RecordCleaning,
        commands.RecordDisinfection,
        commands.CheckStaff,
        commands.OpenHall,
        commands.CloseHall,
        commands.SetHallLimit,
        commands.IssueTicket,
        commands.CallTicket,
        commands.FinishTicket,
    )
}
_NUMBERS: Final = frozenset({"present", "unmasked", "feverish", "limit", "counter"})


async def acted(
    desk: Desk,
    identity: Identity,
    standing: StandingHall,
    sent: Mapping[str, str],
    language: Language,
) -> str:
    """Carries out what was asked for, and gives the name of the command. Raises 400 for no act.

    Several people work on one hall, so no version is asked for. The same form that is sent twice
    is one command.
    """
    name = sent.get("act", "")
    kind = _OFFERED.get(name)
    if kind is None:
        raise Problem("bad-request", 400)
    body = msgspec.json.encode(_body(kind, desk, standing, sent))
    command = decoded(kind, body, language)
    by = request_by(
        identity,
        stream=standing.stream,
        name=name,
        body=body,
        key=required_key(sent.get("key")),
    )
    await carried_out(desk, by.command_id, desk.door.handle(HALL, standing.stream, command, by))
    return name


def _body(
    kind: type[commands.HallCommand], desk: Desk, standing: StandingHall, sent: Mapping[str, str]
) -> dict[str, Any]:
    body: dict[str, Any] = {}
    for name in kind.__struct_fields__:
        match name:
            case "office":
                body[name] = standing.office.id
            case "on":
                body[name] = desk.today
            case "served":
                body[name] = sent.get(name) == "yes"
            case _ if sent.get(name):
                number = whole_number(sent[name]) if name in _NUMBERS else None
                body[name] = sent[name] if number is None else number
    return body
