"""The two sockets on which a process listens: one for everybody, one for its operators."""

from contextlib import ExitStack
from socket import AF_INET, AF_INET6, create_server, socket
from typing import NamedTuple

from cheguan.settings import Settings, UnsafeSettings


class Listeners(NamedTuple):
    """Open sockets, which whoever opened them closes."""

    public: socket
    operators: socket

    @property
    def descriptors(self) -> tuple[int, int]:
        return self.public.fileno(), self.operators.fileno()

    def close(self) -> None:
        self.public.close()
        self.operators.close()


def listen(settings: Settings, *, shared: bool = False, number: int = 0) -> Listeners:
    """Opens both. Raises ``UnsafeSettings`` for an address where nothing can listen.

    Several processes may listen on a ``shared`` public port. Each has an operators' port of its
    own, which is ``number`` above the first, because each has figures of its own.
    """
    with ExitStack() as opened:
        public = _opened(settings.host, settings.port, "", shared=shared)
        opened.callback(public.close)
        operators = _for_operators(settings, number)
        opened.pop_all()
    return Listeners(public, operators)


def inherited(descriptors: str) -> Listeners:
    """Those that another process has opened and named, as ``3,4``."""
    public, operators = (socket(fileno=int(each)) for each in descriptors.split(","))
    return Listeners(public, operators)


def check_ports(settings: Settings, processes: int = 1) -> None:
    """Looks before anything is started. Raises ``UnsafeSettings`` for a port that is taken."""
    with ExitStack() as opened:
        opened.callback(listen(settings).close)
        for number in range(1, processes):
            opened.callback(_for_operators(settings, number).close)


def _for_operators(settings: Settings, number: int) -> socket:
    port = settings.operators_at and settings.operators_at + number
    return _opened(settings.operators_host, port, "OPERATORS_")


def _opened(host: str, port: int, variable: str, *, shared: bool = False) -> socket:
    family = AF_INET6 if ":" in host else AF_INET
    try:
        return create_server((host, port), family=family, backlog=2048, reuse_port=shared)
    except (OSError, OverflowError) as wrong:
        reason = str(getattr(wrong, "strerror", None) or wrong).partition(" (")[0]
        raise UnsafeSettings(
            f"Nothing can listen on {host} port {port} ({reason}). Stop what runs there, or "
            f"choose another with CHEGUAN_{variable}PORT or CHEGUAN_{variable}HOST."
        ) from None
