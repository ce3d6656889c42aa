"""Events about the subscription of a partner. These names and fields are stored for ever."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.case.stage import Stage
from domain.hidden import HIDDEN, SEALED
from domain.message import Event
from domain.webhooks.kinds import PauseReason


class WebhookEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a subscription."""


class WebhookRegistered(WebhookEvent, frozen=True, kw_only=True):
    """``partner`` hears at ``address`` when a case of his reaches one of the ``stages``.

    The secret that signs what he is sent is sealed in the part ``secret-N``, where ``secret`` is
    its number: 1, or one more than before where an ended subscription begins again.
    """

    partner: str
    address: str
    stages: tuple[Stage, ...]
    secret: int
    officer: str
    key_id: Annotated[UUID, HIDDEN]
    sealed: Annotated[dict[str, str], SEALED]


class WebhookChanged(WebhookEvent, frozen=True, kw_only=True):
    """It goes to another address, or tells of other stages."""

    address: str
    stages: tuple[Stage, ...]
    officer: str


class WebhookSecretReplaced(WebhookEvent, frozen=True, kw_only=True):
    """The next secret signs from now on, and the one before it as well until an instant.

    ``secret`` is its number, by which the sealed part is named.
    """

    secret: int
    former_until: datetime
    officer: str
    key_id: Annotated[UUID, HIDDEN]
    sealed: Annotated[dict[str, str], SEALED]


class WebhookPaused(WebhookEvent, frozen=True, kw_only=True):
    """Nothing is sent until it is resumed. What happens meanwhile is kept for then."""

    reason: PauseReason


class WebhookResumed(WebhookEvent, frozen=True, kw_only=True):
    """What was kept is sent, and what happens from now on."""

    officer: str


class WebhookTestAsked(WebhookEvent, frozen=True, kw_only=True):
    """A message that tells of no case is sent. ``test`` counts them, from 1."""

    test: int
    officer: str


class WebhookEnded(WebhookEvent, frozen=True, kw_only=True):
    """The partner is told nothing any more, also not of what was kept."""

    officer: str
