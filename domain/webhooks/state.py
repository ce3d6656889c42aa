"""A subscription as its history says it is, and which stream is a partner's."""

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.case.stage import Stage
from domain.hidden import HIDDEN, SEALED
from domain.name_based import uuid5
from domain.titles import Title
from domain.webhooks.kinds import PauseReason, WebhookStage

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f9607").bytes


class Webhook(State, frozen=True):
    """``secret`` is the number of the secret that signs. ``tests`` were asked for so far.

    ``sealed`` has that secret and the one before it, which signs as well until
    ``former_until``.
    """

    stage: WebhookStage = WebhookStage.NONE
    partner: str = ""
    address: str = ""
    stages: Annotated[tuple[Stage, ...], Title("推送环节", "stages told")] = ()
    secret: Annotated[int, Title("密钥序号", "number of the secret")] = 0
    former_until: datetime | None = None
    reason: PauseReason | None = None
    tests: Annotated[int, Title("测试次数", "tests")] = 0
    key_id: Annotated[UUID | None, HIDDEN] = None
    sealed: Annotated[dict[str, str], SEALED] = {}


def webhook_of(partner: str) -> UUID:
    """The subscription of a partner, who is called as ``Actor.person`` calls him. He has one."""
    return uuid5(_SPACE, partner)


def secret_part(number: int) -> str:
    return f"secret-{number}"
