"""``cheguan audit history``: one stream of any kind, event by event, without the API."""

from typing import Any
from uuid import UUID

import msgspec

from api.views.replay import replay
from domain.codec import Codec
from domain.event_store.store import open_store
from domain.hidden import shown


async def lines(url: str, codec: Codec, stream: UUID, at: str | None) -> list[dict[str, Any]]:
    """Gives each event as a dict: place, time, actor, rules, the event, and the stage after it."""
    async with open_store(url, codec) as store:
        history = await store.load(stream)
    if not history:
        return []
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
