"""Commands to a ban."""

from uuid import UUID

from domain.bans.state import BanGround
from domain.message import Command


class BanCommand(Command, frozen=True, kw_only=True):
    """A request about a ban."""


class ImposeBan(BanCommand, frozen=True, kw_only=True):
    """Bar whoever had the case from choosing a number online."""

    case: UUID
    ground: BanGround
    office: str
    id_no_index: bytes


class LiftBan(BanCommand, frozen=True, kw_only=True):
    """End the ban before its time, because its ground was none."""
