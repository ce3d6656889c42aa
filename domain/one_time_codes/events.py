"""Events about a one-time code. These names and fields are stored for ever.

None of them holds the digits. They follow from the code's stream and the number, under a key
that the store does not have (:mod:`domain.one_time_codes.digits`).
"""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.code_purpose import CodePurpose
from domain.hidden import HIDDEN, SEALED
from domain.message import Event
from domain.one_time_codes.stage import OneTimeCodeStage


class OneTimeCodeEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a code."""


class OneTimeCodeRequested(OneTimeCodeEvent, frozen=True, kw_only=True):
    """``holder`` has asked for digits to be sent to a number, which is sealed.

    He has ``tries`` until ``expires_at``. ``digits_index`` is a keyed hash of the digits.
    """

    purpose: CodePurpose
    holder: str
    number_index: Annotated[bytes, HIDDEN]
    digits_index: Annotated[bytes, HIDDEN]
    key_id: Annotated[UUID, HIDDEN]
    sealed: Annotated[dict[str, str], SEALED]
    tries: int
    expires_at: datetime


class WrongDigitsEntered(OneTimeCodeEvent, frozen=True, kw_only=True):
    """One try fewer is left. After the last the code is spent."""

    tries_left: int
    stage: OneTimeCodeStage


class OneTimeCodeConfirmed(OneTimeCodeEvent, frozen=True, kw_only=True):
    """The digits were right. A form may name the code until ``use_by``."""

    use_by: datetime


class OneTimeCodeUsed(OneTimeCodeEvent, frozen=True, kw_only=True):
    """An application has named the code. No other may."""

    case: UUID
