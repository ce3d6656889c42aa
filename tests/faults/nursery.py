"""Starts processes of the service without the time that their imports take.

``python -m tests.faults.nursery`` has imported the libraries, and forks a process for each line
it reads. In the short form it has imported our own code too. In the full form, which measures how
soon the service is there again, each child imports that itself.
"""

import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Final, NoReturn

import msgspec

from domain import failpoints
from tests.faults.sizes import FULL

_OFFICE: Final = "tests.faults.office"
_OURS: Final = frozenset(
    {"api", "cheguan", "domain", "projections", "tests", "workers", "prometheus_client"}
)
"""And the library in which our own code registers its figures, each once."""
_LIBRARIES: Final = (
    "babel.dates",
    "chinese_calendar",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "eventsourcing.postgres",
    "fastapi",
    "fastapi.staticfiles",
    "fastapi_offline",
    "httptools",
    "httpx",
    "jinja2",
    "jwt",
    "kafka",
    "prometheus_client",
    "psycopg_pool",
    "pydantic_settings",
    "uvicorn",
    "uvloop",
)


class Wanted(msgspec.Struct, frozen=True):
    """A process to start, or, with ``reap``, one that has ended and whose exit code is asked."""

    verb: str = ""
    surroundings: dict[str, str] = {}
    log: str = ""
    reap: int = 0


class Nursery:
    """The parent of all processes of the service. None of them outlives it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            (sys.executable, "-m", "tests.faults.nursery"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            start_new_session=True,
        )

    def start(self, verb: str, surroundings: Mapping[str, str], log: Path) -> int:
        """Starts a process and returns its number."""
        return self._asked(Wanted(verb, dict(surroundings), str(log)))

    def reap(self, pid: int) -> int:
        """The exit code of a process that has ended. It is negative for a signal."""
        return self._asked(Wanted(reap=pid))

    def close(self) -> None:
        with self._process:
            if self._process.stdin:
                self._process.stdin.close()

    def _asked(self, wanted: Wanted) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(msgspec.json.encode(wanted) + b"\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def _serve() -> None:
    """Serves until its input ends, and then ends every child."""
    for library in _LIBRARIES:
        import_module(library)
    if not FULL:
        import_module(_OFFICE)
    watched, held = os.pipe()
    children: set[int] = set()
    for line in sys.stdin.buffer:
        wanted = msgspec.json.decode(line, type=Wanted)
        if wanted.reap:
            children.discard(wanted.reap)
            answer = os.waitstatus_to_exitcode(os.waitpid(wanted.reap, 0)[1])
        else:
            answer = os.fork()
            if answer == 0:
                os.close(held)
                _become(wanted, watched)
            children.add(answer)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _become(wanted: Wanted, watched: int) -> NoReturn:
    """Becomes the process. Its input ends when the nursery ends."""
    os.setsid()
    log = os.open(wanted.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for source, target in ((watched, 0), (log, 1), (log, 2)):
        os.dup2(source, target)
    os.environ.update(wanted.surroundings)
    if os.environ.get(failpoints.VARIABLE):
        _forget_our_own()
    code = 0
    try:
        import_module(_OFFICE).main(wanted.verb)
    except BaseException:  # noqa: BLE001 - whatever it is, it is the end of this process
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _forget_our_own() -> None:
    """Failpoints are armed by the import, so whoever has some imports our own code again."""
    for name in [name for name in sys.modules if name.partition(".")[0] in _OURS]:
        del sys.modules[name]


if __name__ == "__main__":
    _serve()
