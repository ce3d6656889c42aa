"""The peer: bare inserts by ``pgbench``, the program that comes with the server under test.

Each transaction inserts one row of the same bytes into a table with the columns and indexes of
ours. The statement is prepared, and the state is sent each time.
"""

import re
import subprocess
from pathlib import Path
from typing import Final, LiteralString

import psycopg
from psycopg.conninfo import conninfo_to_dict

from cheguan.bench.load import Window
from cheguan.bench.scratch import Scratch

THREADS: Final = 2
TABLE: Final[LiteralString] = """
CREATE TABLE inserted_events (LIKE stored_events INCLUDING INDEXES)
WITH (toast_tuple_target = 8160);
CREATE SEQUENCE inserted_events_seq OWNED BY inserted_events.notification_id;
ALTER TABLE inserted_events ALTER notification_id SET DEFAULT nextval('inserted_events_seq')"""
STORED: Final[LiteralString] = "SELECT count(*) FROM inserted_events"
_INSERT: Final = (
    "INSERT INTO inserted_events (originator_id, originator_version, topic, state)"
    " VALUES (uuidv7(), 1, 'CaseSubmitted', convert_to(:state, 'UTF8'));\n"
)
_PROGRAMS: Final[LiteralString] = "SELECT setting FROM pg_config WHERE name = 'BINDIR'"
_DONE: Final = re.compile(r"transactions actually processed: (\d+)")
_FAILED: Final = re.compile(r"failed transactions: (\d+)")
_RATE: Final = re.compile(r"tps = ([\d.]+) \(without initial connection time\)")


class SaidSomethingElse(Exception):
    """Nobody can read what pgbench said."""


def insert(base: Scratch, state: bytes, clients: int, seconds: float) -> Window:
    """Inserts for whole seconds, because pgbench counts only those."""
    script = base.folder / "insert.sql"
    script.write_text(_INSERT, encoding="utf-8")
    whole = max(1, round(seconds))
    command = [
        str(program(base.url)),
        *("--no-vacuum", "--protocol=prepared", f"--time={whole}"),
        *(f"--client={clients}", f"--jobs={min(THREADS, clients)}"),
        *(f"--define=state={state.decode()}", f"--file={script}"),
        *_address(base.url),
    ]
    said = subprocess.run(
        command, capture_output=True, check=True, text=True, timeout=whole + 60
    ).stdout
    done, rate = int(_found(_DONE, said)), float(_found(_RATE, said))
    return Window(seconds=done / rate, answered=done, failed=int(_found(_FAILED, said)))


def program(url: str) -> Path:
    """The path of pgbench, which lies beside the server's own programs."""
    with psycopg.connect(url) as connection:
        row = connection.execute(_PROGRAMS).fetchone()
    assert row
    return Path(row[0]) / "pgbench"


def _address(url: str) -> tuple[str, ...]:
    place = conninfo_to_dict(url)
    return (
        f"--host={place['host']}",
        f"--port={place['port']}",
        f"--username={place['user']}",
        str(place["dbname"]),
    )


def _found(pattern: re.Pattern[str], said: str) -> str:
    found = pattern.search(said)
    if found is None:
        raise SaidSomethingElse(said)
    return found[1]
