"""Audit replay: the events of a case, and the case as of any moment."""

from uuid import UUID

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from api.dependencies import Reader, TheLanguage, TheParts
from api.views.replay import replay
from domain.case.case import CASE
from domain.hidden import shown

router = APIRouter(prefix="/audit", tags=["audit"])


@router.get("/cases/{case}/history", operation_id="caseHistory", summary="Who did what, when")
async def history(
    case: UUID, parts: TheParts, identity: Reader, language: TheLanguage, at: str | None = None
) -> Response:
    """Shows each event with the rules and the program behind it. ``at`` gives a past moment."""
    opened, events = await parts.door.open(CASE, case, identity.actor)
    steps = replay(events, at)
    content = {
        "id": str(case),
        "version": steps[-1].recorded.version if steps else 0,
        "of_versions": opened.version,
        "state": shown(steps[-1].after) if steps else None,
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
                "title": CASE.words.events[type(step.recorded.event).__name__].text(language),
                "event": shown(step.recorded.event),
                "stage": step.after.stage,
                "stage_title": CASE.words.stages[step.after.stage].text(language),
            }
            for step in steps
        ],
    }
    return Response(msgspec.json.encode(content), media_type="application/json")
