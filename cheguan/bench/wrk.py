"""``wrk``, where it is installed: a client in C, which leaves most of two cores to the server.

It drops what is under way when its time is over, and does not count it.
"""

import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

from cheguan.bench.load import Window
from cheguan.bench.peers import HOST, Peer
from cheguan.bench.submissions import Requests, row

THREADS: Final = 2
_SCRIPT: Final = (files("cheguan.bench") / "wrk.lua").read_text(encoding="utf-8")


class _Said(msgspec.Struct):
    requests: int
    microseconds: int
    status: int
    broken: int
    p50: int
    p99: int


class Wrk:
    """The client. Rows and scripts go to ``folder``, and ``rows`` is how many there will be."""

    name = "wrk"

    def __init__(self, folder: Path, token: str, rows: int) -> None:
        self._folder = folder
        self._token = token
        self._rows = folder / "rows.tsv"
        with self._rows.open("w", encoding="utf-8") as file:
            file.writelines("\t".join(row(number)) + "\n" for number in range(rows))

    @staticmethod
    def installed() -> bool:
        return shutil.which("wrk") is not None

    def run(self, peer: Peer, rows: range, seconds: float, connections: int) -> Window:
        threads = min(THREADS, connections)
        script = self._folder / "submit.lua"
        script.write_text(self._script(peer, rows, threads), encoding="utf-8")
        whole = max(1, round(seconds))
        command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{whole}s"]
        place = f"http://{HOST}:{peer.port}/"
        said = subprocess.run(
            [*command, "--timeout", "10s", "-s", str(script), place],
            capture_output=True,
            check=True,
            timeout=whole + 60,
        )
        told = msgspec.json.decode(said.stdout.splitlines()[-1], type=_Said)
        return Window(
            seconds=told.microseconds / 1e6,
            answered=told.requests - told.status,
            failed=told.status + told.broken,
            unfinished=connections,
            p50_ms=told.p50 / 1000,
            p99_ms=told.p99 / 1000,
        )

    def _script(self, peer: Peer, rows: range, threads: int) -> str:
        pieces = ", ".join(map(_lua, Requests(f"{HOST}:{peer.port}", self._token).pieces))
        return (
            f"ROWS, FIRST, COUNT = {_lua(bytes(self._rows))}, {rows.start}, {len(rows)}\n"
            f"THREADS = {threads}\nPIECES = {{{pieces}}}\n{_SCRIPT}"
        )


def _lua(text: bytes) -> str:
    """A string of Lua that has these bytes."""
    return '"' + "".join(f"\\{byte:03d}" for byte in text) + '"'
