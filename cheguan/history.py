"""``cheguan audit history``: one case, event by event, without the API."""

from typing import Any
from uuid import UUID

import msgspec

from api.views.replay import replay
from domain.event_store.store import open_store
from domain.hidden import shown


async def lines(url: str, case: UUID, at: str | None) -> list[dict[str, Any]]:
    """Gives each event as a dict: place, time, actor, rules, the event, and the stage after it."""
    async with open_store(url) as store:
        steps = replay(await store.load(case), at)
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
