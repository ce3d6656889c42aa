"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.case.reservation.reasons import ReservationMismatch, TryRefused
from domain.case.vocabulary import CaseEvent, Sealed
from domain.draws.batch import DrawnBatch
from domain.hidden import HIDDEN
from domain.identifiers.plate import PlateKind
from domain.services.selection_method import SelectionMethod


class PreselectSessionOpened(CaseEvent, frozen=True, kw_only=True):
    """A number may be chosen until an instant, from so many batches or in so many tries.

    ``session`` is a random id, under which the draws are published. ``letters`` may tell the
    energy on a new-energy plate. The owner, the ban that would keep him out, and the only choice
    of a new vehicle are named by computed ids.
    """

    session: UUID
    method: SelectionMethod
    prefix: str
    plate_kind: PlateKind
    letters: str
    batches: int
    tries: int
    open_until: datetime
    owner_index: Annotated[bytes, HIDDEN]
    ban_stream: Annotated[UUID, HIDDEN]
    once_claim: Annotated[UUID | None, HIDDEN] = None


class NumbersOffered(CaseEvent, frozen=True, kw_only=True):
    """Numbers were drawn for him, of which he may choose one up to and including an instant.

    They stand sealed. ``batch`` is what anybody needs to draw them again from the seed.
    """

    batch: DrawnBatch
    number_streams: Annotated[tuple[UUID, ...], HIDDEN]
    sealed: Sealed
    offered_until: datetime


class NumberTried(CaseEvent, frozen=True, kw_only=True):
    """He composed a number that cannot be had, and has so many tries left."""

    why: TryRefused
    tries_left: int


class NumberReserved(CaseEvent, frozen=True, kw_only=True):
    """The number waits for the registration until the end of ``hold_until``."""

    number_stream: Annotated[UUID, HIDDEN]
    sealed: Sealed
    reserved_on: date
    hold_until: date


class NumberConfirmed(CaseEvent, frozen=True, kw_only=True):
    """The vehicle was registered with it, in the case ``registration``."""

    registration: UUID


class ReservationExpired(CaseEvent, frozen=True, kw_only=True):
    """Nobody registered the vehicle in time. The number is free, and its owner is barred."""

    reconsider_by: date
    sue_by: date


class ReservationVoided(CaseEvent, frozen=True, kw_only=True):
    """What was entered differs from the originals. The number is free, and he is barred."""

    officer: str
    reason: ReservationMismatch
    reconsider_by: date
    sue_by: date
