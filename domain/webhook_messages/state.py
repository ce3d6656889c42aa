"""A message as its history says it is, and which stream tells a partner of a step."""

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.case.stage import Stage
from domain.name_based import uuid5
from domain.titles import Title
from domain.webhook_messages.kinds import MessageFailure, WebhookMessageStage

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f9608").bytes


class WebhookMessage(State, frozen=True):
    """``tries`` were in vain since it was written, or since an official had it sent again."""

    stage: WebhookMessageStage = WebhookMessageStage.NONE
    webhook: UUID | None = None
    case: UUID | None = None
    version: int = 0
    reached: Stage | None = None
    partner: str = ""
    tries: Annotated[int, Title("发送次数", "tries")] = 0
    failure: MessageFailure | None = None
    status: int | None = None
    until: datetime | None = None


def message_of(webhook: UUID, case: UUID, version: int) -> UUID:
    """The message to a partner about the event of a case at a version. Its id on the wire too."""
    return uuid5(_SPACE, f"{webhook}:{case}:{version}")


def trial_message_of(webhook: UUID, test: int) -> UUID:
    return uuid5(_SPACE, f"{webhook}:test:{test}")
