"""Durable submissions over HTTP, beside the same route storing nothing and beside the stock stack.

The three servers stay up together and are loaded in turn, round after round, so that
what slows the machine down for a while slows each of them.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from statistics import median
from typing import Final

import psycopg

from cheguan.bench.client import Client
from cheguan.bench.load import Load, Window
from cheguan.bench.machine import describe
from cheguan.bench.peers import peers
from cheguan.bench.report import Check, Report, Series, ratio
from cheguan.bench.scratch import LIBRARY_SCHEMA, Scratch, scratch
from cheguan.bench.server import Kind
from cheguan.bench.submissions import MOST
from cheguan.bench.wrk import Wrk
from cheguan.token import demo_token
from domain.people import Role

WARM_UP_S: Final = 2.0
ROWS_PER_S: Final = 10_000
OF_NOTHING: Final = 0.5
OF_STOCK: Final = 5.0
NAMES: Final[Mapping[Kind, str]] = {
    Kind.OURS: "ours",
    Kind.NOTHING: "ours, storing nothing",
    Kind.STOCK: "FastAPI + Application.save",
}
_STORED: Final = {
    Kind.OURS: b"SELECT count(*) FROM command_log",
    Kind.STOCK: f"SELECT count(*) FROM {LIBRARY_SCHEMA}.cases_events".encode(),
}


class ClientKind(StrEnum):
    """``auto`` is wrk where it is installed."""

    AUTO = "auto"
    WRK = "wrk"
    OWN = "own"


def measure(
    *,
    seconds: float,
    rounds: int,
    connections: int,
    processes: int,
    client: ClientKind,
    tell: Callable[[str], None],
) -> Report:
    """``rounds`` windows of ``seconds`` a server, after a warm-up of two seconds each."""
    share = max(1, int(max(seconds, WARM_UP_S) * ROWS_PER_S))
    if share * (rounds + 1) > MOST:
        raise ValueError("fewer or shorter rounds: the numbers do not suffice")
    with scratch() as base, peers(base, tuple(Kind), processes) as servers:
        load = _load(client, base, connections, share * (rounds + 1))
        windows: dict[Kind, list[Window]] = {peer.kind: [] for peer in servers}
        for number in range(rounds + 1):
            rows = range(number * share, (number + 1) * share)
            for peer in servers:
                window = load.run(peer, rows, seconds if number else WARM_UP_S)
                windows[peer.kind].append(window)
                tell(f"{NAMES[peer.kind]}: {window.rate:,.0f}/s")
        machine = describe(base)
        checks = [_acknowledged_is_stored(base.url, kind, windows[kind]) for kind in _STORED]
    series = {kind: _series(kind, windows[kind]) for kind in Kind}
    return Report(
        figure=f"submit: durable submissions over HTTP, {connections} connections",
        method=(
            f"{load.name}, {rounds} rounds of {seconds:g} s a server in turn after {WARM_UP_S:g} s "
            f"to warm up; processes of each server: {processes}; uvloop, httptools; rounds paired.",
            "Ours: the full form of V01, token, gate, every check of the form, sealing with stored "
            "keys, idempotency key, claim on the vehicle, synchronous commit with fsync.",
            "Storing nothing: the same, but the store answers at once.",
            "Peer: FastAPI and eventsourcing with their defaults, one save a request in a thread; "
            "no check of a number, no sealing, no idempotency, no token.",
        ),
        machine=machine,
        series=tuple(series.values()),
        ratios=(
            ratio("ours / storing nothing", series[Kind.OURS], series[Kind.NOTHING], OF_NOTHING),
            ratio("ours / stock", series[Kind.OURS], series[Kind.STOCK], OF_STOCK),
        ),
        checks=tuple(checks),
    )


def _load(client: ClientKind, base: Scratch, connections: int, rows: int) -> Load:
    token = demo_token(base.folder / "secrets", Role.APPLICANT, subject="bench")
    if client is ClientKind.OWN or (client is ClientKind.AUTO and not Wrk.installed()):
        return Client(token, connections)
    return Wrk(base.folder, token, connections, rows)


def _series(kind: Kind, windows: Sequence[Window]) -> Series:
    """Without the warm-up, except for what failed in it."""
    measured = windows[1:]
    return Series(
        name=NAMES[kind],
        unit="submissions",
        rates=tuple(window.rate for window in measured),
        p50_ms=median(window.p50_ms for window in measured),
        p99_ms=median(window.p99_ms for window in measured),
        failed=sum(window.failed for window in windows),
    )


def _acknowledged_is_stored(url: str, kind: Kind, windows: Sequence[Window]) -> Check:
    answered = sum(window.answered for window in windows)
    unfinished = sum(window.unfinished for window in windows)
    with psycopg.connect(url) as connection:
        row = connection.execute(_STORED[kind]).fetchone()
    stored = row[0] if row else 0
    more = f", at most {unfinished:,} more under way at the ends" if unfinished else ""
    return Check(
        text=f"{NAMES[kind]}: {answered:,} acknowledged{more}, {stored:,} stored",
        held=answered <= stored <= answered + unfinished,
    )
