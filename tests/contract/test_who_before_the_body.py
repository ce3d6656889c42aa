"""Who is asking is known before a byte of a body is waited for, on every route."""

from re import sub
from typing import Final
from uuid import uuid4

from starlette.types import Message, Scope

from api.media_type import FORM, JSON, JSON_LINES
from api.multipart import FORM_DATA
from api.permissions import permissions
from tests.kit.page_office import Opened

_PARAMETER: Final = r"\{[^}]*\}"


class Unread:
    """A request whose body must not be asked for."""

    def __init__(self, path: str, authorization: bytes | None, media_type: bytes = JSON) -> None:
        headers = [(b"content-type", media_type), (b"content-length", b"9")]
        if authorization is not None:
            headers.append((b"authorization", authorization))
        self.scope: Scope = {
            "type": "http",
            "method": "POST",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "headers": headers,
            "client": ("127.0.0.1", 1),
        }
        self.asked = 0
        self.statuses: list[int] = []

    async def receive(self) -> Message:
        self.asked += 1
        return {"type": "http.request", "body": b"", "more_body": True}

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.statuses.append(message["status"])


async def test_whoever_shows_no_token_is_sent_away_and_nothing_is_read_of_his_body(
    office: Opened,
) -> None:
    closed = [
        route.removeprefix("POST ")
        for route, roles in permissions(office.app).items()
        if route.startswith("POST ") and roles
    ]
    assert len(closed) > 20
    for path in closed:
        for authorization in (None, b"Bearer unknown", b"Bearer " + b"x" * 5_000):
            media_type = _taken(office, path)
            asking = Unread(sub(_PARAMETER, str(uuid4()), path), authorization, media_type)
            await office.gate(asking.scope, asking.receive, asking.send)
            assert (asking.statuses, asking.asked) == ([401], 0), path


def _taken(office: Opened, path: str) -> bytes:
    """What the gate lets pass on a path."""
    gate = office.gate
    if path in gate.files.form_paths:
        return FORM_DATA
    if path in gate.form_paths or path.startswith(gate.form_folders):
        return FORM
    return JSON_LINES if path in gate.bulk_paths else JSON


async def test_nothing_is_read_for_a_route_that_is_not_there(office: Opened) -> None:
    asking = Unread("/api/v1/nowhere", None)
    await office.gate(asking.scope, asking.receive, asking.send)
    assert (asking.statuses, asking.asked) == ([404], 0)
