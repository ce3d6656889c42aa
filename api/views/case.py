"""A case as an officer sees it."""

from uuid import UUID

import msgspec
from starlette.responses import Response

from api.commanding import (
    slug,
)
from api.identity import Identity
from api.language import Language
from api.masking import masked_parts
from api.parts import Parts
from domain.case.case import CASE
from domain.hidden import shown


async def case_view(parts: Parts, identity: Identity, case: UUID, language: Language) -> Response:
    """The case with its form masked, and what the caller may do."""
    opened, _ = await parts.door.open(CASE, case, identity.actor)
    state = opened.state
    content = {
        "id": str(case),
        "version": opened.version,
        "position": opened.position,
        "stage_title": CASE.words.stages[state.stage].text(language),
        "state": shown(state),
        "parts": await masked_parts(parts.keyring, case, state.key_id, state.sealed),
        "actions": sorted(
            slug(command)
            for command in CASE.possible(state)
            if identity.actor.role in CASE.row(command).by
        ),
    }
    return Response(
        msgspec.json.encode(content),
        headers={"etag": f'"v{opened.version}"'},
        media_type="application/json",
    )
