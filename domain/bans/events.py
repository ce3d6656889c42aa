"""Events about a ban. These names and fields are stored for ever."""

from datetime import date
from typing import Annotated
from uuid import UUID

from domain.bans.state import BanGround
from domain.hidden import HIDDEN
from domain.message import Event


class BanEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a ban."""

    case: UUID


class BanImposed(BanEvent, frozen=True, kw_only=True):
    """For what became of the case of the ``office`` he chooses no number online up to that day, and
    on that day too. By the index of his number he is known as the one whom it concerns.
    """

    ground: BanGround
    office: str
    imposed_on: date
    barred_until: date
    id_no_index: Annotated[bytes, HIDDEN]


class BanLifted(BanEvent, frozen=True, kw_only=True):
    """A duty leader has ended the ban before its time, because its ground was none."""

    officer: str
