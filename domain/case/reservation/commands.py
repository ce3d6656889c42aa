"""Commands of this chapter."""

from typing import Annotated
from uuid import UUID

import msgspec

from domain.case.reservation.reasons import ReservationMismatch
from domain.case.vocabulary import CaseCommand
from domain.draws.batch import OFFERED, DrawnBatch


class OfferNumbers(CaseCommand, frozen=True, kw_only=True):
    """Offer him the numbers that were drawn, which are sealed already."""

    batch: DrawnBatch
    number_streams: Annotated[tuple[UUID, ...], msgspec.Meta(min_length=1, max_length=OFFERED)]
    sealed: dict[str, str]


class ChooseNumber(CaseCommand, frozen=True, kw_only=True):
    """Reserve a number: one of those on offer, or one that he has composed."""

    number_stream: UUID
    sealed: dict[str, str]


class ConfirmNumber(CaseCommand, frozen=True, kw_only=True):
    """The vehicle bears the number since the case ``registration``."""

    registration: UUID


class VoidReservation(CaseCommand, frozen=True, kw_only=True):
    """End the reservation, because what was entered differs from the originals."""

    reason: ReservationMismatch
