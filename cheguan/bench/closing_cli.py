"""``cheguan bench closing``: one decision that many cases or bookings follow."""

from typing import Annotated

import typer

from cheguan.bench.options import Connections, Json, Rounds, Seconds, teller
from cheguan.bench.verdict import finish


def closing(
    seconds: Seconds = 4,
    rounds: Rounds = 2,
    connections: Connections = 64,
    cases: Annotated[
        int, typer.Option(min=1_000, max=5_000, help="With --kills: how many wait for a window.")
    ] = 5_000,
    kills: Annotated[
        int,
        typer.Option(
            min=0, max=5, help="How often what follows dies in each decision, under load."
        ),
    ] = 0,
    bookings: Annotated[
        int,
        typer.Option(min=0, max=5_000, help="Cancel so many bookings of a station instead."),
    ] = 0,
    json: Json = None,
) -> None:
    """One decision that holds 5,000 cases, and the rate of submissions meanwhile."""
    from cheguan.bench import closing as holding
    from cheguan.bench import closing_bookings as booked
    from cheguan.bench import killed_closing as dying

    tell = teller("closing")
    if bookings:
        report = booked.measure(bookings=bookings, kills=kills, tell=tell)
    elif kills:
        report = dying.measure(
            cases=cases, kills=kills, seconds=seconds, connections=connections, tell=tell
        )
    else:
        try:
            report = holding.measure(
                seconds=seconds, rounds=rounds, connections=connections, tell=tell
            )
        except holding.TooManyRounds as wrong:
            raise typer.BadParameter(str(wrong), param_hint="--rounds, --seconds") from None
    finish(report, json)
