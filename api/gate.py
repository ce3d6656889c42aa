"""The gate in front of the application. What passes it can be read, stored and answered.

Frameworks parse first and check afterwards, so ``NaN``, a lone surrogate or two million members
become their trouble, and a 500. Here the raw request is checked before anything else sees it.
Each refusal is a problem with a 4xx status, and does not repeat what was sent.
"""

from collections.abc import Collection
from functools import partial
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from api import media_type
from api.bodies import CLOSE, HEAD_ONLY, STREAMED, by_lines, read_whole, when_asked
from api.file_room import FileRoom
from api.form_body import LIMIT as FORM_LIMIT
from api.form_body import read_fields
from api.json_scan import check_json
from api.language import preferred
from api.limits import FileLimits, UploadLimits
from api.media_type import BodyHeaders, read_body_headers
from api.patience import Patience
from api.problems import Problem
from api.request_url import check_url
from api.revalidation import revalidated
from api.security.log import arrived
from api.security.witness import witnessed
from api.security_headers import protected
from api.sent_headers import combined

_WITH_BODY: Final = frozenset({"POST", "PUT", "PATCH"})
_HEAD: Final = "HEAD"


class Gate:
    """ASGI middleware. Sizes are bytes, and times are seconds.

    A body is read when somebody asks for it, and not before: whoever has no business here is
    sent away unread. What is wrong with it is raised in whoever asks.

    On ``bulk_paths``, ``application/jsonl`` passes as a stream of lines, and the route calls
    :func:`api.json_scan.check_json` for each. On ``form_paths``, the fields of an HTML form
    pass, and nothing else does; so it is on all paths below ``form_folders``. On
    ``unread_paths``, the route checks the JSON itself. On ``file_paths`` only files pass, and on
    ``file_form_paths`` only forms with a file.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        body_limit: int = 65_536,
        body_seconds: float = 5,
        bulk_paths: Collection[str] = (),
        form_paths: Collection[str] = (),
        form_folders: Collection[str] = (),
        unread_paths: Collection[str] = (),
        upload: UploadLimits | None = None,
        file_paths: Collection[str] = (),
        file_form_paths: Collection[str] = (),
        files: FileLimits | None = None,
    ) -> None:
        self.app = app
        self.body_limit = body_limit
        self.patience = Patience(body_seconds)
        self.bulk_paths = frozenset(bulk_paths)
        self.form_paths = frozenset(form_paths)
        self.form_folders = tuple(form_folders)
        self.unread_paths = frozenset(unread_paths)
        self.upload = upload or UploadLimits()
        self.files = FileRoom(file_paths, files or FileLimits(), file_form_paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        send = witnessed(protected(send, scope["path"]))
        scope = {**scope, "headers": combined(scope["headers"])}
        arrived(scope)
        if scope["method"] == _HEAD:
            # The server leaves the body out (RFC 9110 §9.3.2).
            scope["method"] = "GET"
            scope[HEAD_ONLY] = True
        try:
            admitted = self._admit(scope, receive)
            await self.app(scope, admitted, revalidated(scope, receive, send))
        except ClientDisconnect:
            return
        except Problem as refusal:
            language = preferred(Headers(scope=scope).get("accept-language"))
            await refusal.response(language)(scope, receive, send)
        finally:
            self.files.leave(scope)

    def _admit(self, scope: Scope, receive: Receive) -> Receive:
        """What the application may receive."""
        try:
            check_url(scope)
            about = read_body_headers(scope["headers"])
            self._check_announced(scope, about)
        except Problem as refusal:
            refusal.headers.update(CLOSE)
            raise
        if scope["method"] not in _WITH_BODY:
            return receive
        if about.media_type == media_type.JSON_LINES:
            scope[STREAMED] = True
            return by_lines(receive, self.upload)
        if scope["path"] in self.files.paths:
            return when_asked(receive, partial(self.files.read, scope, receive))
        return when_asked(receive, partial(self._read, scope, about, receive))

    async def _read(self, scope: Scope, about: BodyHeaders, receive: Receive) -> bytes | None:
        is_form = about.media_type == media_type.FORM
        limit = FORM_LIMIT if is_form else self.body_limit
        body = await read_whole(receive, limit, self.patience)
        if body:
            if about.media_type is None:
                raise Problem("media-type-unsupported", 415)
            if is_form:
                read_fields(body)
            elif scope["path"] not in self.unread_paths:
                check_json(body)
        return body

    def _check_announced(self, scope: Scope, about: BodyHeaders) -> None:
        """Refuses by what the headers say, before a byte of the body is read."""
        announced = about.chunked or about.length > 0
        if scope["method"] not in _WITH_BODY:
            if announced:
                raise Problem("body-unexpected", 400)
            return
        if scope["path"] in self.files.paths:
            if announced:
                self.files.check_announced(scope["path"], about.media_type, about.length)
            return
        match about.media_type:
            case None if not announced:
                return
            case media_type.JSON_LINES if scope["path"] in self.bulk_paths:
                return
            case media_type.FORM if self._takes_forms(scope["path"]):
                if about.length > FORM_LIMIT:
                    raise Problem("body-too-large", 413)
            case media_type.JSON if not self._takes_forms(scope["path"]):
                if about.length > self.body_limit:
                    raise Problem("body-too-large", 413)
            case _:
                raise Problem("media-type-unsupported", 415)

    def _takes_forms(self, path: str) -> bool:
        return path in self.form_paths or path.startswith(self.form_folders)
