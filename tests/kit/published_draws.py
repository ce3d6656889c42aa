"""A week of draws as it is published, made of seeds and sessions that a test knows."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.calendar import end_of_day, start_of_day
from domain.draws.batch import draw
from domain.draws.candidates import NumberSeries
from domain.draws.commitment import commitment
from domain.draws.difference import DifferenceKind as Kind
from domain.draws.published import (
    FileHead,
    PublishedDraw,
    PublishedOffer,
    PublishedSession,
    written,
)
from domain.draws.verification import verified
from domain.identifiers.plate import ISSUING_LETTERS, PlateKind

MONDAY = date(2020, 2, 24)
SUNDAY = MONDAY + timedelta(days=6)
REGIONS = ("410100", "410200")
COMMITTED_AT = start_of_day(MONDAY) - timedelta(hours=6)
MADE_AT = end_of_day(SUNDAY) + timedelta(hours=9)
BLUE, GREEN = (
    NumberSeries(PlateKind.SMALL_CAR, "豫A"),
    NumberSeries(PlateKind.SMALL_NEV, "豫B", "D"),
)
Line = FileHead | PublishedDraw | PublishedSession
WEEK = FileHead(first=MONDAY, last=SUNDAY, regions=REGIONS, made_at=MADE_AT)


def seed(region: str, day: date) -> bytes:
    return hashlib.sha256(f"{region} {day}".encode()).digest()


def a_draw(region: str, day: date, *, revealed: bool = True) -> PublishedDraw:
    bound = commitment(region, day, seed(region, day))
    return PublishedDraw(
        region=region,
        day=day,
        commitment=bound,
        committed_at=COMMITTED_AT,
        opens_at=start_of_day(day),
        seed=seed(region, day).hex() if revealed else None,
        revealed_at=end_of_day(day) + timedelta(seconds=20) if revealed else None,
    )


def a_session(
    number: int, day: date, series: NumberSeries = BLUE, taken: Iterable[str] = (), batches: int = 2
) -> PublishedSession:
    """It opens at nine, and draws every three minutes."""
    opened_at = start_of_day(day) + timedelta(hours=9, seconds=number)
    session, region = UUID(int=number), ISSUING_LETTERS[series.prefix[1]]
    offers = [
        PublishedOffer(
            offered_at=opened_at + timedelta(minutes=3 * batch),
            batch=draw(seed(region, day), day, session, batch, series, frozenset(taken)).batch,
        )
        for batch in range(1, batches + 1)
    ]
    return PublishedSession(session=session, opened_at=opened_at, offers=tuple(offers))


def a_week() -> list[Line]:
    """Two prefectures, a session in each on every day, and one that passes two numbers over."""
    days = [MONDAY + timedelta(days=each) for each in range(7)]
    draws = [a_draw(region, day) for day in days for region in REGIONS]
    sessions = [
        a_session(2 * place + which, day, series)
        for place, day in enumerate(days)
        for which, series in enumerate((BLUE, GREEN), start=1)
    ]
    sessions[0] = a_session(1, MONDAY, BLUE, taken=numbers_of(sessions[0])[2:4])
    return [WEEK, *draws, *sessions]


def numbers_of(session: PublishedSession) -> tuple[str, ...]:
    """What the first batch of a session offered."""
    first = session.offers[0].batch
    region = ISSUING_LETTERS[first.prefix[1]]
    drawn = draw(seed(region, first.drawn_on), first.drawn_on, session.session, 1, first.series)
    return drawn.numbers


def commitments(made_at: datetime = COMMITTED_AT + timedelta(hours=1)) -> list[Line]:
    """What somebody saved before the week began."""
    unrevealed = [
        a_draw(region, MONDAY + timedelta(days=each), revealed=False)
        for each in range(7)
        for region in REGIONS
    ]
    head = FileHead(first=MONDAY, last=SUNDAY, regions=REGIONS, made_at=made_at)
    return [head, *unrevealed]


def file(lines: Iterable[Line]) -> list[bytes]:
    return list(written(lines))


def changed(lines: list[Line], place: int, change: Callable[[Line], Line]) -> list[Line]:
    """The lines, of which one is another."""
    return [*lines[:place], change(lines[place]), *lines[place + 1 :]]


def kinds(lines: list[Line], saved: list[Line] | None = None) -> set[Kind]:
    """What differs in a file of these lines."""
    found = verified(file(lines), file(saved) if saved else None)
    return {each.kind for each in found.differences}
