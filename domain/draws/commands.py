"""Commands to a draw. Only the service itself gives them."""

from datetime import date
from uuid import UUID

from domain.message import Command


class DrawCommand(Command, frozen=True, kw_only=True):
    """A request to a draw."""


class CommitDraw(DrawCommand, frozen=True, kw_only=True):
    """Bind the office to the seed of a day, which is sealed under the key ``key_id``."""

    region: str
    day: date
    commitment: str
    key_id: UUID
    sealed: dict[str, str]


class RevealDraw(DrawCommand, frozen=True, kw_only=True):
    """Tell everybody the seed, in hexadecimal."""

    seed: str
