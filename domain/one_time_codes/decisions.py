"""Three tries in five minutes, and one application a code.

A wrong try is an event, because a refusal stores nothing and could be had without end.
"""

import hmac
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from domain.circumstances import Circumstances
from domain.one_time_codes.commands import ConfirmOneTimeCode, RequestOneTimeCode, UseOneTimeCode
from domain.one_time_codes.events import (
    OneTimeCodeConfirmed,
    OneTimeCodeEvent,
    OneTimeCodeRequested,
    OneTimeCodeUsed,
    WrongDigitsEntered,
)
from domain.one_time_codes.refusals import (
    OneTimeCodeExpired,
    OneTimeCodeSpent,
    OneTimeCodeUnusable,
    WhyUnusable,
)
from domain.one_time_codes.stage import OneTimeCodeStage as Stage
from domain.one_time_codes.state import OneTimeCode

TRIES: Final = 3
GOOD_FOR: Final = timedelta(minutes=5)
USED_WITHIN: Final = timedelta(hours=1)
"""How long a form may take after its number has been confirmed."""


def request(
    current: OneTimeCode, command: RequestOneTimeCode, at: Circumstances
) -> Sequence[OneTimeCodeEvent]:
    return [
        OneTimeCodeRequested(
            purpose=command.purpose,
            holder=at.by.person,
            number_index=command.number_index,
            digits_index=command.digits_index,
            key_id=command.key_id,
            sealed=command.sealed,
            tries=TRIES,
            expires_at=at.now + GOOD_FOR,
        )
    ]


def confirm(
    current: OneTimeCode, command: ConfirmOneTimeCode, at: Circumstances
) -> Sequence[OneTimeCodeEvent]:
    """Whoever has confirmed the code has nothing left to do, whatever he enters."""
    if current.stage in {Stage.CONFIRMED, Stage.USED}:
        return []
    if current.stage is Stage.SPENT:
        raise OneTimeCodeSpent
    if current.expires_at is None or at.now >= current.expires_at:
        raise OneTimeCodeExpired
    right = [hmac.compare_digest(current.digits_index, each) for each in command.digits_indexes]
    if any(right):
        return [OneTimeCodeConfirmed(use_by=at.now + USED_WITHIN)]
    left = current.tries_left - 1
    return [WrongDigitsEntered(tries_left=left, stage=Stage.REQUESTED if left else Stage.SPENT)]


def use(
    current: OneTimeCode, command: UseOneTimeCode, at: Circumstances
) -> Sequence[OneTimeCodeEvent]:
    if why := _why_unusable(current, command, at):
        raise OneTimeCodeUnusable(purpose=command.purpose, why=why)
    return [OneTimeCodeUsed(case=command.case)]


def _why_unusable(
    current: OneTimeCode, command: UseOneTimeCode, at: Circumstances
) -> WhyUnusable | None:
    """The first reason that stands in the way. Only its holder is told more than ``UNKNOWN``."""
    reasons = (
        (current.holder != at.by.person, WhyUnusable.UNKNOWN),
        (current.purpose is not command.purpose, WhyUnusable.OTHER_PURPOSE),
        (current.number_index != command.number_index, WhyUnusable.OTHER_NUMBER),
        (current.stage is Stage.USED, WhyUnusable.USED),
        (current.use_by is None, WhyUnusable.NOT_CONFIRMED),
        (current.use_by is not None and at.now >= current.use_by, WhyUnusable.TOO_OLD),
    )
    return next((why for stands_in_the_way, why in reasons if stands_in_the_way), None)
