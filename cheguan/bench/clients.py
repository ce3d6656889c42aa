"""Chooses the client that loads the servers, and checks that what it was told is stored."""

from collections.abc import Sequence
from typing import Final

import psycopg

from cheguan.bench.client import Client
from cheguan.bench.client_kind import ClientKind
from cheguan.bench.load import Load, Window
from cheguan.bench.report import Check
from cheguan.bench.scratch import LIBRARY_SCHEMA, Scratch
from cheguan.bench.server import Kind
from cheguan.bench.wrk import Wrk
from cheguan.token import demo_token
from domain.people import Role

ROWS_PER_S: Final = 10_000
"""More answers a second than any server here gives."""
STORED: Final = {
    Kind.OURS: b"SELECT count(*) FROM command_log",
    Kind.STOCK: f"SELECT count(*) FROM {LIBRARY_SCHEMA}.cases_events".encode(),
}


def client(kind: ClientKind, base: Scratch, rows: int) -> Load:
    """The client for a run of so many ``rows``."""
    token = demo_token(base.folder / "secrets", Role.APPLICANT, subject="bench")
    if kind is ClientKind.OWN or (kind is ClientKind.AUTO and not Wrk.installed()):
        return Client(token)
    return Wrk(base.folder, token, rows)


def acknowledged_is_stored(url: str, kind: Kind, name: str, seen: Sequence[Window]) -> Check:
    """Checks that what was acknowledged is stored. ``seen`` is all that the servers were asked."""
    answered = sum(window.answered for window in seen)
    unfinished = sum(window.unfinished for window in seen)
    with psycopg.connect(url) as connection:
        row = connection.execute(STORED[kind]).fetchone()
    stored = row[0] if row else 0
    more = f", at most {unfinished:,} more under way at the ends" if unfinished else ""
    return Check(
        text=f"{name}: {answered:,} acknowledged{more}, {stored:,} stored",
        held=answered <= stored <= answered + unfinished,
    )
