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
from cheguan.bench.peers import Fleet, peers
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

_METHOD: Final = (
    "Ours: the full form of V01, token, gate, every check of the form, sealing with stored "
    "keys, idempotency key, claim on the vehicle, synchronous commit with fsync.",
    "Storing nothing: the same, but the store answers at once.",
    "Peer: FastAPI and eventsourcing with their defaults, one save a request in a thread; "
    "no check of a number, no sealing, no idempotency, no token.",
)


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
    """``rounds`` windows of ``seconds`` a server, after a warm-up of two seconds each.

    With several ``processes`` the peer is also tried with one; the faster of its two counts.
    """
    share = max(1, int(max(seconds, WARM_UP_S) * ROWS_PER_S))
    if share * (rounds + 1) > MOST:
        raise ValueError("fewer or shorter rounds: the numbers do not suffice")
    fleets = [Fleet(kind, processes) for kind in Kind]
    if processes > 1:
        fleets.append(Fleet(Kind.STOCK, 1))
    with scratch() as base, peers(base, fleets) as servers:
        load = _load(client, base, connections, share * (rounds + 1))
        windows: dict[Fleet, list[Window]] = {fleet: [] for fleet in fleets}
        for number in range(rounds + 1):
            rows = range(number * share, (number + 1) * share)
            for peer in servers:
                window = load.run(peer, rows, seconds if number else WARM_UP_S)
                windows[peer.fleet].append(window)
                tell(f"{_name(peer.fleet)}: {window.rate:,.0f}/s")
        machine = describe(base)
        checks = tuple(_acknowledged_is_stored(base.url, kind, windows) for kind in _STORED)
    series = {fleet: _series(fleet, windows[fleet]) for fleet in fleets}
    ours, nothing = series[Fleet(Kind.OURS, processes)], series[Fleet(Kind.NOTHING, processes)]
    stock = max((series[f] for f in fleets if f.kind is Kind.STOCK), key=lambda s: s.rate)
    return Report(
        figure=f"submit: durable submissions over HTTP, {connections} connections",
        method=(
            f"{load.name}, {rounds} rounds of {seconds:g} s a server in turn after {WARM_UP_S:g} s "
            "to warm up; uvicorn with uvloop and httptools; rounds paired.",
            *_METHOD,
        ),
        machine=machine,
        series=tuple(series.values()),
        ratios=(
            ratio("ours / storing nothing", ours, nothing, OF_NOTHING),
            ratio("ours / stock at its faster", ours, stock, OF_STOCK),
        ),
        checks=checks,
    )


def _load(client: ClientKind, base: Scratch, connections: int, rows: int) -> Load:
    token = demo_token(base.folder / "secrets", Role.APPLICANT, subject="bench")
    if client is ClientKind.OWN or (client is ClientKind.AUTO and not Wrk.installed()):
        return Client(token, connections)
    return Wrk(base.folder, token, connections, rows)


def _name(fleet: Fleet) -> str:
    return f"{NAMES[fleet.kind]} × {fleet.processes}"


def _series(fleet: Fleet, windows: Sequence[Window]) -> Series:
    """Without the warm-up, except for what failed in it."""
    measured = windows[1:]
    return Series(
        name=_name(fleet),
        unit="submissions",
        rates=tuple(window.rate for window in measured),
        p50_ms=median(window.p50_ms for window in measured),
        p99_ms=median(window.p99_ms for window in measured),
        failed=sum(window.failed for window in windows),
    )


def _acknowledged_is_stored(
    url: str, kind: Kind, windows: Mapping[Fleet, Sequence[Window]]
) -> Check:
    seen = [window for fleet in windows if fleet.kind is kind for window in windows[fleet]]
    answered = sum(window.answered for window in seen)
    unfinished = sum(window.unfinished for window in seen)
    with psycopg.connect(url) as connection:
        row = connection.execute(_STORED[kind]).fetchone()
    stored = row[0] if row else 0
    more = f", at most {unfinished:,} more under way at the ends" if unfinished else ""
    return Check(
        text=f"{NAMES[kind]}: {answered:,} acknowledged{more}, {stored:,} stored",
        held=answered <= stored <= answered + unfinished,
    )
