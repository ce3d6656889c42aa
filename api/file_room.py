"""Room for the few files that one process receives at once, because each is held whole."""

from collections.abc import Collection

from starlette.types import Receive, Scope

from api.bodies import read_whole
from api.limits import FileLimits
from api.multipart import AROUND, FORM_DATA
from api.patience import Patience
from api.problems import Problem
from domain.uploads.media_type import MediaType

FILES = frozenset(each.encode() for each in MediaType)
_HERE = "cheguan.file"


class FileRoom:
    """A file is held from its first byte until its answer has left. Who finds no room is told at
    once.

    On ``paths`` nothing but a file passes, or on some of them a form with a file.
    """

    def __init__(
        self, paths: Collection[str], limits: FileLimits, form_paths: Collection[str] = ()
    ) -> None:
        self.paths = frozenset(paths) | frozenset(form_paths)
        self.form_paths = frozenset(form_paths)
        self._limits = limits
        self._patience = Patience(limits.seconds)
        self._here = 0

    def check_announced(self, path: str, media_type: bytes | None, length: int) -> None:
        """Raises 415 or 413 by what the headers say."""
        if media_type not in ({FORM_DATA} if path in self.form_paths else FILES):
            raise Problem("file-type-unsupported", 415)
        if length > self._most(path):
            raise Problem("body-too-large", 413)

    def _most(self, path: str) -> int:
        return self._limits.most_bytes + (AROUND if path in self.form_paths else 0)

    async def read(self, scope: Scope, receive: Receive) -> bytes | None:
        """The file. Raises 503 when there is no room, and else as ``read_whole``."""
        if self._here >= self._limits.at_once:
            raise Problem("unavailable", 503, headers={"retry-after": "2"})
        self._here += 1
        scope[_HERE] = True
        return await read_whole(receive, self._most(scope["path"]), self._patience)

    def leave(self, scope: Scope) -> None:
        """The request is over."""
        if scope.pop(_HERE, False):
            self._here -= 1
