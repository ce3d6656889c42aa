"""Commands of this chapter."""

from typing import Annotated
from uuid import UUID

import msgspec

from domain.case.vocabulary import CaseCommand, Code, Fen
from domain.parcels.reasons import FailedDelivery, ScanStatus
from domain.spelling import AS_NUMBER, RegionCode


class HandToPost(CaseCommand, frozen=True, kw_only=True):
    item_no: Annotated[str, msgspec.Meta(min_length=13, max_length=13), AS_NUMBER]


class FollowParcel(CaseCommand, frozen=True, kw_only=True, omit_defaults=True):
    """Let the case follow a scan of its ``parcel``: an end of its way, or a try in vain."""

    parcel: UUID
    status: ScanStatus
    reason: FailedDelivery | None = None
    collected_fen: Fen = 0


class RecordFailedDelivery(CaseCommand, frozen=True, kw_only=True):
    reason: FailedDelivery


class RecordDelivery(CaseCommand, frozen=True, kw_only=True):
    """The recipient has the parcel. ``id_seen``: the identity card was shown in person."""

    id_seen: bool
    collected_fen: Fen = 0


class RecordReturn(CaseCommand, frozen=True, kw_only=True):
    """The parcel is back at the office."""


class RequestRepost(CaseCommand, frozen=True, kw_only=True):
    sealed: dict[str, str]
    destination_region: RegionCode


class ChangeToPickup(CaseCommand, frozen=True, kw_only=True):
    office: Code


class ChangeToPost(CaseCommand, frozen=True, kw_only=True):
    sealed: dict[str, str]
    destination_region: RegionCode


class RecordPickup(CaseCommand, frozen=True, kw_only=True):
    """The document is handed out. ``by_card``: what was owed was paid with a card."""

    id_seen: bool
    collected_fen: Fen = 0
    by_card: bool = False
