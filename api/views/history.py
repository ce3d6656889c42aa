"""Who did what to a stream of any kind, when, and under which rules."""

from collections.abc import Iterable
from typing import Any

from api.desk import Desk
from api.language import Language
from api.masking import masked_form
from api.resource import Resource
from api.views.replay import ReplayStep, replay
from domain.aggregate import Aggregate, S
from domain.door.archive import History
from domain.hidden import shown


def history_view(told: History[S], at: str | None, language: Language) -> dict[str, Any]:
    """Each event up to ``at`` with the rules and the program behind it, and the state then.

    ``unreadable_from`` is the version from which on nothing can be read, or null.
    """
    of, steps = told.of, replay(told.of, told.events, at)
    return {
        "id": str(told.opened.stream),
        "version": steps[-1].recorded.version if steps else 0,
        "of_versions": told.stored,
        "unreadable_from": told.unreadable_from,
        "state": shown(steps[-1].after) if steps else None,
        "events": [_step(of, step, language) for step in steps],
    }


async def unopened_parts(
    desk: Desk, resources: Iterable[Resource[Any]], told: History[S]
) -> list[str]:
    """What is sealed in the stream as it stands and does not open. Nothing of it is shown."""
    for resource in resources:
        if resource.of is told.of and resource.sealed:
            sealed = resource.sealed(told.opened.state)
            return (await masked_form(desk.keyring, told.opened.stream, *sealed)).unopened
    return []


def _step(of: Aggregate[S], step: ReplayStep[S], language: Language) -> dict[str, Any]:
    recorded, stage = step.recorded, step.after.stage
    envelope = recorded.envelope
    return {
        "version": recorded.version,
        "position": recorded.position,
        "at": recorded.at,
        "by": envelope.by,
        "office": envelope.office,
        "channel": envelope.channel,
        "rules": envelope.rules,
        "build": envelope.build,
        "cause": envelope.cause,
        "title": of.words.events[type(recorded.event).__name__].text(language),
        "event": shown(recorded.event),
        "stage": stage,
        "stage_title": of.words.stages[stage].text(language),
    }
