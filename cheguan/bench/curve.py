"""Throughput and p99 of submissions against connections, and of appends against batches."""

from collections.abc import Callable
from typing import Final

from cheguan.bench.client_kind import ClientKind
from cheguan.bench.clients import ROWS_PER_S, STORED, acknowledged_is_stored, client
from cheguan.bench.contest import Contest, copies, ours
from cheguan.bench.load import Window
from cheguan.bench.machine import describe
from cheguan.bench.peers import Fleet, peers
from cheguan.bench.scratch import scratch
from cheguan.bench.server import Kind
from cheguan.bench.submissions import MOST
from cheguan.bench.submit import NAMES, WARM_UP_S
from cheguan.bench.sweep import Sweep

PLACES: Final = (1, 4, 16, 64, 256)
_WARM_UP_AT: Final = 16


def submissions(
    *, seconds: float, processes: int, used: ClientKind, tell: Callable[[str], None]
) -> Sweep:
    """Measures each server for ``seconds`` at each number of connections, servers in turn."""
    share = max(1, int(max(seconds, WARM_UP_S) * ROWS_PER_S))
    if share * (len(PLACES) + 1) > MOST:
        raise ValueError("shorter windows: the numbers do not suffice")
    steps = [(WARM_UP_S, _WARM_UP_AT), *((seconds, place) for place in PLACES)]
    seen: dict[Kind, list[Window]] = {kind: [] for kind in Kind}
    with scratch() as base, peers(base, [Fleet(kind, processes) for kind in Kind]) as servers:
        load = client(used, base, share * len(steps))
        for number, (length, connections) in enumerate(steps):
            rows = range(number * share, (number + 1) * share)
            for peer in servers:
                window = load.run(peer, rows, length, connections)
                seen[peer.fleet.kind].append(window)
                tell(f"{connections} connections, {NAMES[peer.fleet.kind]}: {window.rate:,.0f}/s")
        checks = [acknowledged_is_stored(base.url, k, NAMES[k], seen[k]) for k in STORED]
        machine = describe(base)
    return Sweep(
        title="Submissions over HTTP",
        unit="submissions",
        varied="connections",
        places=PLACES,
        windows={NAMES[kind]: windows[1:] for kind, windows in seen.items()},
        checks=checks,
        machine=machine,
        method=(
            f"{load.name}, one window of {seconds:g} s a server and place after {WARM_UP_S:g} s "
            f"to warm up; {processes} process(es) a server; as bench submit.",
        ),
    )


def appends(*, seconds: float, tell: Callable[[str], None]) -> Sweep:
    """Measures as many callers as a batch is to hold, beside raw ``COPY`` of the same batches."""
    with scratch() as base:
        contest = Contest(base, tell)
        contest.ours(_WARM_UP_AT, WARM_UP_S)
        for place in PLACES:
            contest.ours(place, seconds)
        checks, machine = contest.checks(), describe(base)
    windows = {
        who: [contest.windows[name(place)][-1] for place in PLACES]
        for who, name in (("ours", ours), ("raw COPY", copies))
    }
    sizes = ", ".join(f"{contest.batches[ours(place)][-1]:.1f}" for place in PLACES)
    return Sweep(
        title="Appends without HTTP",
        unit="events",
        varied="callers, and so events a batch",
        places=PLACES,
        windows=windows,
        checks=checks,
        machine=machine,
        method=(
            f"One window of {seconds:g} s a place; as bench append. The p99 of ours is that of an "
            "append, of COPY that of a batch.",
            f"Batches came to {sizes} events on average.",
        ),
    )
