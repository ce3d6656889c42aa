"""Makes an entry in a book of blanks, as somebody has filled in a form of it."""

from collections.abc import Mapping
from typing import Final

import msgspec

from api.command_outcome import carried_out
from api.command_request import decoded, request_by
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.kit.forms import whole_number
from api.problems import Problem
from domain.services.blank import BlankKind
from domain.stock.commands import CountBlanks, ReceiveBlanks, SpoilBlank, StockCommand
from domain.stock.state import stock_of
from domain.stock.stock import STOCK

_ACTS: Final[Mapping[str, type[StockCommand]]] = {
    "receive": ReceiveBlanks,
    "count": CountBlanks,
    "spoil": SpoilBlank,
}


async def entered(
    desk: Desk, identity: Identity, sent: Mapping[str, str], language: Language
) -> None:
    """Enters it in the book of the officer's own office. Raises 400 for what no form asks."""
    office = identity.actor.office
    if (kind := _ACTS.get(sent.get("act", ""))) is None or office is None:
        raise Problem("bad-request", 400)
    command = _filled(kind, office, sent, language)
    stream = stock_of(office, BlankKind(sent["kind"]))
    by = request_by(identity, stream=stream, name=kind.__name__, body=msgspec.json.encode(command))
    await carried_out(desk, by.command_id, desk.door.handle(STOCK, stream, command, by))


def _filled(
    kind: type[StockCommand], office: str, sent: Mapping[str, str], language: Language
) -> StockCommand:
    """Raises 422 with the defects of what was filled in."""
    given: dict[str, str | int | None] = {"office": office}
    for name in kind.__struct_fields__:
        if name != "office":
            text = sent.get(name, "").strip()
            given[name] = whole_number(text) if name == "counted" else text
    return decoded(kind, msgspec.json.encode(given), language)
