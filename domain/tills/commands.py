"""Commands to a till."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec

from domain.message import Command
from domain.tills.cause import DifferenceCause

_Counted = Annotated[int, msgspec.Meta(ge=0, le=100_000_000)]


class TillCommand(Command, frozen=True, kw_only=True):
    """A request about a till."""


class BookTaking(TillCommand, frozen=True, kw_only=True):
    """Put a payment at the window down in the till of the officer who took it."""

    office: str
    day: date
    case: UUID
    amount_fen: int
    by_card: bool = False


class CountTill(TillCommand, frozen=True, kw_only=True, omit_defaults=True):
    """Say how much cash there is, and how much the slips of the card reader come to."""

    cash_fen: _Counted
    card_fen: _Counted
    cause: DifferenceCause | None = None


class CloseTill(TillCommand, frozen=True, kw_only=True):
    """Confirm what another officer has counted, and take the money over."""
