"""One stream of any kind as it stands, with what the caller may do next."""

from typing import Any
from uuid import UUID

import msgspec
from starlette.responses import Response

from api.desk import Desk
from api.entity_tags import tag_of
from api.identity import Identity
from api.language import Language
from api.masking import masked_form
from api.resource import Resource
from api.views.both_deadlines import both_deadlines, both_stored
from api.views.deadline import deadline_view
from domain.aggregate import S
from domain.hidden import shown


async def stream_view(
    desk: Desk, resource: Resource[S], identity: Identity, stream: UUID, language: Language
) -> Response:
    """The state without its hidden fields. What is sealed is shown masked.

    The ``ETag`` is the version that a command on this state names.
    """
    of = resource.of
    opened, _ = await desk.door.open(of, stream, identity.actor)
    desk.accesses.state_seen(opened, identity.actor)
    state = opened.state
    content: dict[str, Any] = {
        "id": str(stream),
        "version": opened.version,
        "position": opened.position,
        "stage": state.stage,
        "stage_title": of.words.stages[state.stage].text(language),
        "state": shown(state),
        "actions": desk.actions.possible(
            of, state, desk.door.circumstances(opened, identity.actor, identity.id_indexes)
        ),
    }
    if resource.days:
        content["deadlines"] = [
            deadline_view(clock, on, language) for clock, on in resource.days(state).items()
        ]
    if resource.lawful:
        here, by_law = of.office(state), resource.lawful(state)
        content["both_deadlines"] = await both_deadlines(desk, by_law, here, language)
    if resource.extended:
        moved = resource.extended(state)
        content["both_deadlines"] = await both_stored(desk, moved, language)
    if resource.sealed:
        sealed = resource.sealed(state)
        content |= (await masked_form(desk.keyring, stream, *sealed))._asdict()
    return Response(
        msgspec.json.encode(content),
        headers={"etag": tag_of(opened.version), "vary": "accept-language"},
        media_type="application/json",
    )
