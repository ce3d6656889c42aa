"""Audit replay: the events of a case, and the case as of any moment."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from api.dependencies import Reader, TheLanguage, TheParts
from api.problems import Problem
from domain.case.case import CASE
from domain.case.state import Case
from domain.case.wording import EVENTS, STAGES
from domain.recorded_event import RecordedEvent

router = APIRouter(prefix="/audit", tags=["audit"])

_HIDDEN = ("sealed", "id_no_index", "plate_index", "vin_index", "licence_index", "key_id", "claim")


class Replayed(NamedTuple):
    """One event and the case after it."""

    recorded: RecordedEvent
    after: Case


def replay(history: Sequence[RecordedEvent], at: str | None = None) -> list[Replayed]:
    """The history up to ``at`` - a position, or an instant with its zone - and the states.

    Raises 422 for what is neither.
    """
    upto = _limit(at)
    steps, current = [], Case()
    for recorded in history:
        mark: int | datetime = recorded.position if isinstance(upto, int) else recorded.at
        if upto is not None and mark > upto:  # type: ignore[operator]  # both of the same kind
            break
        current = CASE.evolve(current, recorded.event)
        steps.append(Replayed(recorded, current))
    return steps


@router.get("/cases/{case}/history", operation_id="caseHistory", summary="Who did what, when")
async def history(
    case: UUID, parts: TheParts, identity: Reader, language: TheLanguage, at: str | None = None
) -> Response:
    """Under which rules, by which program; ``at`` gives the case as of then."""
    opened, events = await parts.door.open(CASE, case, identity.actor)
    steps = replay(events, at)
    content = {
        "id": str(case),
        "version": steps[-1].recorded.version if steps else 0,
        "of_versions": opened.version,
        "state": public_state(steps[-1].after) if steps else None,
        "events": [
            {
                "version": step.recorded.version,
                "position": step.recorded.position,
                "at": step.recorded.at,
                "by": step.recorded.envelope.by,
                "office": step.recorded.envelope.office,
                "channel": step.recorded.envelope.channel,
                "rules": step.recorded.envelope.rules,
                "build": step.recorded.envelope.build,
                "cause": step.recorded.envelope.cause,
                "title": EVENTS[type(step.recorded.event).__name__].text(language),
                "event": public_event(step.recorded),
                "stage": step.after.stage,
                "stage_title": STAGES[step.after.stage].text(language),
            }
            for step in steps
        ],
    }
    return Response(msgspec.json.encode(content), media_type="application/json")


def public_state(current: Case) -> dict[str, Any]:
    """The case without its seals and indexes."""
    state: dict[str, Any] = msgspec.to_builtins(current)
    return {name: value for name, value in state.items() if name not in _HIDDEN}


def public_event(recorded: RecordedEvent) -> dict[str, Any]:
    event: dict[str, Any] = msgspec.to_builtins(recorded.event)
    return {
        name: sorted(value) if name == "sealed" else value
        for name, value in event.items()
        if name == "sealed" or name not in _HIDDEN
    }


def _limit(at: str | None) -> int | datetime | None:
    if at is None:
        return None
    if at.isascii() and at.isdigit() and len(at) < 19:
        return int(at)
    try:
        instant = datetime.fromisoformat(at)
    except ValueError:
        raise Problem("at-invalid", 422) from None
    if instant.tzinfo is None:
        raise Problem("at-invalid", 422)
    return instant
