"""Commands to a book of blanks."""

from typing import Annotated
from uuid import UUID

import msgspec

from domain.message import Command
from domain.services.blank import BlankKind
from domain.spelling import AS_NUMBER, OfficeId
from domain.stock.reasons import SpoiltReason

BlankSerial = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{1,8}[0-9]{4,12}$"), AS_NUMBER]


class StockCommand(Command, frozen=True, kw_only=True):
    """A request to the book of an office and a kind, which it names."""

    office: OfficeId
    kind: BlankKind


class ReceiveBlanks(StockCommand, frozen=True, kw_only=True):
    """Enter what was delivered, from one serial to another."""

    first: BlankSerial
    last: BlankSerial


class UseBlank(StockCommand, frozen=True, kw_only=True):
    """Enter that a document was made of it. It follows from the case."""

    serial: str
    case: UUID


class SpoilBlank(StockCommand, frozen=True, kw_only=True):
    """Enter that it cannot be used any more."""

    serial: BlankSerial
    reason: SpoiltReason


class CountBlanks(StockCommand, frozen=True, kw_only=True):
    """Enter how many lie in store."""

    counted: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
