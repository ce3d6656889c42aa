"""``cheguan bench numbers``: what it costs that each plate number is a stream of its own."""

import typer

from cheguan.bench.options import CORES, Connections, Json, Processes, Rounds, Seconds, teller
from cheguan.bench.verdict import finish


def numbers(
    seconds: Seconds = 4,
    rounds: Rounds = 3,
    connections: Connections = 64,
    processes: Processes = CORES,
    json: Json = None,
) -> None:
    """Reservations of different plate numbers over HTTP, beside submissions."""
    from cheguan.bench import numbers as reserving

    try:
        report = reserving.measure(
            seconds=seconds,
            rounds=rounds,
            connections=connections,
            processes=processes,
            tell=teller("numbers"),
        )
    except reserving.TooManyReservations as wrong:
        raise typer.BadParameter(str(wrong), param_hint="--rounds, --seconds") from None
    finish(report, json)
