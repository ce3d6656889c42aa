"""What a case knows of the number that is chosen in it."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from domain.hidden import HIDDEN
from domain.identifiers.plate import PlateKind
from domain.services.selection_method import SelectionMethod


class NumberWanted(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """For whom a number is chosen, and among which ones: a part of the submission.

    ``session`` is a random id, under which draws are published. ``letters`` may tell the energy on
    a new-energy plate. ``owner`` is the index of the owner's number under the name key, and
    ``ban_stream`` the stream that says whether he is barred. ``number_stream`` is that of the
    number that he has composed, which is ``sealed``. ``once`` claims the only choice of a vehicle
    that was never registered.
    """

    session: UUID
    method: SelectionMethod
    prefix: str
    plate_kind: PlateKind
    letters: str
    owner: bytes
    ban_stream: UUID
    number_stream: UUID | None = None
    sealed: dict[str, str] = {}
    once: UUID | None = None


class Choosing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A session as it stands: what is left of it, and what is on offer.

    ``number`` is the stream of the number that was reserved at last, and ``last_try`` says why the
    last one that was composed could not be had.
    """

    session: UUID
    method: SelectionMethod
    prefix: str
    plate_kind: PlateKind
    letters: str
    owner: Annotated[bytes, HIDDEN]
    ban: Annotated[UUID, HIDDEN]
    once: Annotated[UUID | None, HIDDEN]
    batches_left: int
    tries_left: int
    batch: int = 0
    offered: Annotated[tuple[UUID, ...], HIDDEN] = ()
    offered_until: datetime | None = None
    last_try: str | None = None
    number: Annotated[UUID | None, HIDDEN] = None

    def is_offered(self, number: UUID, now: datetime) -> bool:
        """Whether it is in the last batch, whose time is not over."""
        return number in self.offered and bool(self.offered_until and now <= self.offered_until)
