"""``cheguan audit history``: one stream of any kind, event by event, without the API."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec

from api.views.replay import replay
from domain.codec import Codec
from domain.event_store.store import open_store
from domain.event_store.unreadable import StreamUnreadable
from domain.hidden import shown
from domain.recorded_event import RecordedEvent


async def lines(url: str, codec: Codec, stream: UUID, at: str | None) -> list[dict[str, Any]]:
    """Gives each event as a dict: place, time, actor, rules, the event, and the stage after it.

    The last one says from which version on the history cannot be read, if there is such a one.
    Raises ``LookupError`` if there is no such stream.
    """
    unreadable_from = None
    async with open_store(url, codec) as store:
        try:
            history = await store.load(stream)
        except StreamUnreadable as unread:
            history, unreadable_from = unread.history, unread.version
    if not history and unreadable_from is None:
        raise LookupError(stream)
    told = _steps(codec, history, at) if history else []
    return [*told, {"unreadable_from": unreadable_from}] if unreadable_from else told


def _steps(codec: Codec, history: Sequence[RecordedEvent], at: str | None) -> list[dict[str, Any]]:
    steps = replay(codec.of[type(history[0].event)], history, at)
    return [
        {
            "version": step.recorded.version,
            "position": step.recorded.position,
            "at": step.recorded.at.isoformat(),
            "by": msgspec.to_builtins(step.recorded.envelope.by),
            "rules": step.recorded.envelope.rules,
            "event": shown(step.recorded.event),
            "stage": step.after.stage,
        }
        for step in steps
    ]
