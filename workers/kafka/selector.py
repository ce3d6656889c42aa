"""The ``selector`` that every client of kafka-python gets here."""

import selectors
import socket
from typing import Any, Final

_MANY: Final = 32


class ClosingSelector(selectors.DefaultSelector):
    """A selector that, when it is closed, closes the sockets it has watched.

    kafka-python 3.0 closes a connection when everything is written, and ends the thread that
    writes. A request that is made in between leaves its socket open.
    """

    def __init__(self) -> None:
        super().__init__()
        self._watched: set[socket.socket] = set()

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        """Does what the system's selector does. ``fileobj`` is a socket."""
        if len(self._watched) > _MANY:
            self._watched = {watched for watched in self._watched if watched.fileno() >= 0}
        self._watched.add(fileobj)
        return super().register(fileobj, events, data)

    def close(self) -> None:
        """Closes the sockets, then itself."""
        for watched in self._watched:
            watched.close()
        super().close()
