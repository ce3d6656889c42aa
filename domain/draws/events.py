"""Events about a draw. These names and fields are stored for ever."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.hidden import HIDDEN, SEALED
from domain.message import Event


class DrawEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the draw of a prefecture, by its code, on a local day."""

    region: str
    day: date


class DrawCommitted(DrawEvent, frozen=True, kw_only=True):
    """The office is bound to the seed of the day, and has published by what.

    Numbers are drawn from ``opens_at`` on: from the first instant of the day, or from the instant
    of the commitment where that came later. The seed itself is sealed until it is revealed.
    """

    commitment: str
    opens_at: datetime
    key_id: Annotated[UUID, HIDDEN]
    sealed: Annotated[dict[str, str], SEALED]


class DrawRevealed(DrawEvent, frozen=True, kw_only=True):
    """The day is over, and everybody is told its seed of 32 bytes, in hexadecimal."""

    seed: str
