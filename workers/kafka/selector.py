"""The ``selector`` that every client of kafka-python is given here."""

import selectors
import socket
from typing import Any, Final

_MANY: Final = 32


class ClosingSelector(selectors.DefaultSelector):
    """Closes with itself the sockets it has watched.

    kafka-python 3.0 closes a client's connection when what was to be written is written, and
    ends the thread that would write it: a request made just then leaves its socket open.
    """

    def __init__(self) -> None:
        super().__init__()
        self._watched: set[socket.socket] = set()

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        """As the selector of the system; ``fileobj`` is a socket."""
        if len(self._watched) > _MANY:
            self._watched = {watched for watched in self._watched if watched.fileno() >= 0}
        self._watched.add(fileobj)
        return super().register(fileobj, events, data)

    def close(self) -> None:
        """The sockets first."""
        for watched in self._watched:
            watched.close()
        super().close()
