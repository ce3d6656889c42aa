"""Room for the few files that one process receives at once, because each is held whole."""

from collections.abc import Collection

from starlette.types import Receive, Scope

from api.bodies import read_whole
from api.limits import FileLimits
from api.patience import Patience
from api.problems import Problem
from domain.uploads.media_type import MediaType

FILES = frozenset(each.encode() for each in MediaType)
_HERE = "cheguan.file"


class FileRoom:
    """A file is held from its first byte until its answer has left. Who finds no room is told at
    once.

    On ``paths`` nothing but a file passes.
    """

    def __init__(self, paths: Collection[str], limits: FileLimits) -> None:
        self.paths = frozenset(paths)
        self._limits = limits
        self._patience = Patience(limits.seconds)
        self._here = 0

    def check_announced(self, media_type: bytes | None, length: int) -> None:
        """Raises 415 or 413 by what the headers say."""
        if media_type not in FILES:
            raise Problem("file-type-unsupported", 415)
        if length > self._limits.most_bytes:
            raise Problem("body-too-large", 413)

    async def read(self, scope: Scope, receive: Receive) -> bytes | None:
        """The file. Raises 503 when there is no room, and else as ``read_whole``."""
        if self._here >= self._limits.at_once:
            raise Problem("unavailable", 503, headers={"retry-after": "2"})
        self._here += 1
        scope[_HERE] = True
        return await read_whole(receive, self._limits.most_bytes, self._patience)

    def leave(self, scope: Scope) -> None:
        """The request is over."""
        if scope.pop(_HERE, False):
            self._here -= 1
