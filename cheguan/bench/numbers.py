"""Reservations of different plate numbers over HTTP, beside submissions at the same server.

Both are durable and have the same clients. Beside its own streams a reservation has that of its
number, which nobody else wants here.
"""

from collections.abc import Callable
from typing import Final

import psycopg

from cheguan.bench.client import Client
from cheguan.bench.clients import ROWS_PER_S, STORED
from cheguan.bench.load import Load, Window, series
from cheguan.bench.machine import describe
from cheguan.bench.peers import Fleet, peers
from cheguan.bench.report import Check, Report, ratio
from cheguan.bench.reservations import RESERVATIONS
from cheguan.bench.scratch import scratch
from cheguan.bench.server import Kind
from cheguan.bench.submissions import MOST
from cheguan.token import demo_token
from domain.people import Role

WARM_UP_S: Final = 2.0
OF_SUBMISSIONS: Final = 0.25
_RESERVED: Final = b"""
SELECT count(*), count(DISTINCT originator_id)
FROM stored_events WHERE topic = 'PlateNumberReserved'"""


class TooManyReservations(ValueError):
    """So many reservations need more numbers and vehicles than there are."""


def measure(
    *,
    seconds: float,
    rounds: int,
    connections: int,
    processes: int,
    tell: Callable[[str], None],
) -> Report:
    """Measures both in turn, in ``rounds`` windows of ``seconds`` after one to warm up.

    Raises :class:`TooManyReservations`.
    """
    share = max(1, int(max(seconds, WARM_UP_S) * ROWS_PER_S))
    if 2 * share * (rounds + 1) > MOST:
        raise TooManyReservations("fewer or shorter rounds: the vehicles do not suffice")
    with scratch() as base, peers(base, [Fleet(Kind.OURS, processes)]) as (peer,):
        token = demo_token(base.folder / "secrets", Role.APPLICANT, subject="bench")
        loads: dict[str, Load] = {
            "submissions": Client(token),
            "reservations": Client(token, RESERVATIONS),
        }
        windows: dict[str, list[Window]] = {name: [] for name in loads}
        for number in range(rounds + 1):
            rows = range(number * share, (number + 1) * share)
            for name, load in loads.items():
                window = load.run(peer, rows, seconds if number else WARM_UP_S, connections)
                windows[name].append(window)
                tell(f"{name}: {window.rate:,.0f}/s")
        machine = describe(base)
        checks = _checks(base.url, windows)
    submitted = series("of V01", "submissions", windows["submissions"])
    reserved = series("of V07", "reservations", windows["reservations"])
    return Report(
        figure=f"numbers: different plate numbers reserved over HTTP, {connections} connections",
        method=(
            f"{Client.name}, {rounds} rounds of {seconds:g} s of each in turn, after "
            f"{WARM_UP_S:g} s to warm up, at the same {processes} processes; rounds paired.",
            "Reservation: the full form of V07 with a number that its applicant has composed and "
            "that is free. Submission: the full form of V01. Both have token, gate, sealing, "
            "idempotency key, claim on the vehicle and synchronous commit with fsync.",
        ),
        machine=machine,
        series=(reserved, submitted),
        ratios=(ratio(reserved, submitted, OF_SUBMISSIONS),),
        checks=checks,
    )


def _checks(url: str, windows: dict[str, list[Window]]) -> tuple[Check, ...]:
    """Checks that what was acknowledged is stored, and that each number was reserved once."""
    answered = {name: sum(each.answered for each in some) for name, some in windows.items()}
    with psycopg.connect(url) as connection:
        ((commands,),) = connection.execute(STORED[Kind.OURS]).fetchall()
        ((events, streams),) = connection.execute(_RESERVED).fetchall()
    acknowledged, reserved = sum(answered.values()), answered["reservations"]
    return (
        Check(
            text=f"{acknowledged:,} acknowledged, {commands:,} stored",
            held=acknowledged == commands,
        ),
        Check(
            text=f"{reserved:,} reservations, {events:,} stored, of {streams:,} numbers",
            held=reserved == events == streams,
        ),
    )
