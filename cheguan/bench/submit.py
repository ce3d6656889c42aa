"""Durable submissions over HTTP, beside the same route storing nothing and beside the stock stack.

The three servers stay up together and are loaded in turn, round after round. So what slows the
machine down for a while slows each of them.
"""

from collections.abc import Callable, Mapping
from math import inf
from typing import Final

from cheguan.bench.client_kind import ClientKind
from cheguan.bench.clients import (
    ROWS_PER_S,
    STORED,
    acknowledged_is_stored,
    client,
)
from cheguan.bench.load import Window, series
from cheguan.bench.machine import describe
from cheguan.bench.peers import Fleet, peers
from cheguan.bench.report import Limit, Report, ratio
from cheguan.bench.scratch import scratch
from cheguan.bench.server import Kind
from cheguan.bench.submissions import MOST

WARM_UP_S: Final = 2.0
OF_NOTHING: Final = 0.5
OF_STOCK: Final = 5.0
P99_MS: Final = 150.0
NAMES: Final[Mapping[Kind, str]] = {
    Kind.OURS: "ours",
    Kind.NOTHING: "ours, storing nothing",
    Kind.STOCK: "FastAPI + Application.save",
}
METHOD: Final = (
    "Ours: the full form of V01, token, gate, every check of the form, sealing with stored "
    "keys, idempotency key, claim on the vehicle, synchronous commit with fsync.",
    "Storing nothing: the same, but the store answers at once.",
    "Peer: FastAPI and eventsourcing with their defaults, one save a request in a thread; "
    "no check of a number, no sealing, no idempotency, no token.",
)


def measure(
    *,
    seconds: float,
    rounds: int,
    connections: int,
    processes: int,
    used: ClientKind,
    tell: Callable[[str], None],
) -> Report:
    """Measures each server in ``rounds`` windows of ``seconds``, after a warm-up of two seconds.

    With several ``processes`` the peer is also tried with one, and the faster of both counts.
    """
    share = max(1, int(max(seconds, WARM_UP_S) * ROWS_PER_S))
    if share * (rounds + 1) > MOST:
        raise ValueError("fewer or shorter rounds: the numbers do not suffice")
    fleets = [Fleet(each, processes) for each in Kind]
    if processes > 1:
        fleets.append(Fleet(Kind.STOCK, 1))
    windows: dict[Fleet, list[Window]] = {fleet: [] for fleet in fleets}
    with scratch() as base, peers(base, fleets) as servers:
        load = client(used, base, share * (rounds + 1))
        for number in range(rounds + 1):
            rows = range(number * share, (number + 1) * share)
            for peer in servers:
                window = load.run(peer, rows, seconds if number else WARM_UP_S, connections)
                windows[peer.fleet].append(window)
                tell(f"{name(peer.fleet)}: {window.rate:,.0f}/s")
        machine = describe(base)
        checks = tuple(
            acknowledged_is_stored(
                base.url,
                kind,
                NAMES[kind],
                [window for fleet in fleets if fleet.kind is kind for window in windows[fleet]],
            )
            for kind in STORED
        )
    measured = {fleet: series(name(fleet), "submissions", windows[fleet]) for fleet in fleets}
    ours, nothing = (measured[Fleet(kind, processes)] for kind in (Kind.OURS, Kind.NOTHING))
    stock = max((measured[f] for f in fleets if f.kind is Kind.STOCK), key=lambda s: s.rate)
    return Report(
        figure=f"submit: durable submissions over HTTP, {connections} connections",
        method=(
            f"{load.name}, {rounds} rounds of {seconds:g} s a server in turn after {WARM_UP_S:g} s "
            "to warm up; uvicorn with uvloop and httptools; rounds paired.",
            *METHOD,
        ),
        machine=machine,
        series=tuple(measured.values()),
        ratios=(ratio(ours, nothing, OF_NOTHING), ratio(ours, stock, OF_STOCK)),
        limits=(Limit(name="p99", value=ours.p99_ms or inf, unit="ms", bar=P99_MS),),
        checks=checks,
    )


def name(fleet: Fleet) -> str:
    """The name by which the tables call a fleet."""
    return f"{NAMES[fleet.kind]} × {fleet.processes}"
