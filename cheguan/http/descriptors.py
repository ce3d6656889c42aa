"""Each connection is an open file, and a system gives a process only so many."""

from resource import RLIM_INFINITY, RLIMIT_NOFILE, getrlimit, setrlimit
from typing import Final

_RESERVED: Final = 256
"""What the process needs beside: databases, files, the operators' listener."""


def room_for(connections: int) -> int:
    """How many connections there is room for. Asks the system for as many as are wanted."""
    allowed, most = getrlimit(RLIMIT_NOFILE)
    wanted = connections + _RESERVED
    if allowed == RLIM_INFINITY:
        return connections
    if allowed < wanted and (allowed < most or most == RLIM_INFINITY):
        allowed = wanted if most == RLIM_INFINITY else min(wanted, most)
        setrlimit(RLIMIT_NOFILE, (allowed, most))
    return max(1, min(connections, allowed - min(_RESERVED, allowed // 2)))
