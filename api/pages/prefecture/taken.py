"""A decision that was confirmed is taken on the version that was seen, and on no other."""

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.command_outcome import carried_out
from api.command_request import request_by
from api.desk import Desk
from api.pages.kit.forms import version_seen
from api.pages.kit.viewer import Viewer
from api.pages.prefecture.city import DecidingCity
from api.pages.prefecture.form import Sent, again, command_named
from api.pages.prefecture.preview import previewed
from api.pages.prefecture.questions import questions
from api.pages.prefecture.sent import command_in
from api.preconditions import exactly
from api.problems import Problem
from domain.prefectures.prefecture import PREFECTURE
from domain.refusal import Conflict, Invalid, Stale


async def taken(
    request: Request, desk: Desk, viewer: Viewer, city: DecidingCity, sent: Sent
) -> Response:
    """Goes on to the city. If somebody has decided meanwhile, the preview is shown anew.

    The same confirmation that is sent twice is one decision.
    """
    kind, version = command_named(city, sent), version_seen(sent)
    asking = questions(kind, city.state, city.region)
    try:
        command = command_in(kind, city.region, asking, sent, viewer.language)
        by = request_by(
            city.identity,
            stream=city.opened.stream,
            name=kind.__name__,
            body=msgspec.json.encode(command),
            expected=exactly(version),
        )
        doing = desk.door.handle(PREFECTURE, city.opened.stream, command, by)
        done = await carried_out(desk, by.command_id, doing)
    except Stale:
        return await previewed(request, desk, viewer, city, sent)
    except (Problem, Invalid, Conflict) as why:
        return again(request, viewer, city, sent, why)
    return RedirectResponse(f"{request.url.path}?region={city.region}&done={done.version}", 303)
