"""The peer, if Node and npm can be had: emmett's event store for PostgreSQL.

The bench installs it into the folder of the run, and runs no script of a package. It works
in a database of its own on the server under test.
"""

import shutil
import subprocess
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

import msgspec
import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from cheguan.bench.load import Window, window
from cheguan.bench.scratch import Scratch

VERSIONS: Final[Mapping[str, str]] = {
    "@event-driven-io/emmett": "0.42.0",
    "@event-driven-io/emmett-postgresql": "0.42.0",
    "pg": "8.23.1",
}
_DATABASE: Final = "emmett"
_INSTALL_WITHIN_S: Final = 120
_INSTALL: Final = ("install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


class NotInstalled(Exception):
    """The peer cannot be installed. The message has the reason in one line."""


class _Said(msgspec.Struct):
    seconds: float
    latencies: list[float]


class Emmett:
    """emmett, installed. Raises :class:`NotInstalled` when it is made."""

    def __init__(self, base: Scratch, body: Mapping[str, Any]) -> None:
        self._url = base.url
        self._folder = base.folder / "emmett"
        self._folder.mkdir()
        self._body = self._folder / "body.json"
        self._body.write_bytes(msgspec.json.encode(body))
        self._install()
        with psycopg.connect(base.url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {_DATABASE}".encode())
        self.appended = 0
        self._try()

    def append(self, clients: int, seconds: float) -> Window:
        """Appends from so many clients at once, in one process of Node."""
        said = msgspec.json.decode(self._node(clients, seconds), type=_Said)
        self.appended += len(said.latencies) + 1
        return window(said.seconds, said.latencies)

    def stored(self) -> int:
        """How many events emmett's table holds."""
        with psycopg.connect(make_conninfo(self._url, dbname=_DATABASE)) as connection:
            row = connection.execute("SELECT count(*) FROM emt_messages").fetchone()
        return row[0] if row else 0

    def _install(self) -> None:
        npm = shutil.which("npm")
        if npm is None or shutil.which("node") is None:
            raise NotInstalled("node and npm are not installed")
        package = {"private": True, "type": "module", "dependencies": VERSIONS}
        (self._folder / "package.json").write_bytes(msgspec.json.encode(package))
        script = files("cheguan.bench") / "emmett.mjs"
        (self._folder / "emmett.mjs").write_bytes(script.read_bytes())
        try:
            subprocess.run(
                (npm, *_INSTALL),
                cwd=self._folder,
                capture_output=True,
                check=True,
                timeout=_INSTALL_WITHIN_S,
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as refused:
            raise NotInstalled("npm could not install it; is the registry reachable?") from refused

    def _try(self) -> None:
        try:
            self.append(1, 0)
        except subprocess.CalledProcessError as refused:
            raise NotInstalled("it does not run on this Node") from refused

    def _node(self, clients: int, seconds: float) -> bytes:
        command = ("node", "emmett.mjs", self._address(), str(clients), str(seconds), self._body)
        return subprocess.run(
            command, cwd=self._folder, capture_output=True, check=True, timeout=seconds + 60
        ).stdout

    def _address(self) -> str:
        """The address, in the only form in which its driver understands a socket's folder."""
        place = conninfo_to_dict(self._url)
        return f"socket://{place['user']}:@{quote(str(place['host']))}?db={_DATABASE}"
