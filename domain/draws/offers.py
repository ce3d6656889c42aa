"""Whether the batches of a session are those that follow from the seeds, and in good order."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import Final

from domain.calendar import end_of_day, local_day
from domain.draws.batch import OFFERED, DrawnBatch, digest, drawn_again
from domain.draws.candidates import SEED_BYTES, candidates
from domain.draws.difference import DifferenceKind as Kind
from domain.draws.published import FileHead, PublishedDraw, PublishedOffer, PublishedSession
from domain.identifiers.plate import ISSUING_LETTERS, PROVINCE

Draws = Mapping[tuple[str, date], PublishedDraw]
_TOLD_WITHIN: Final = timedelta(hours=1)


def differences_of(
    session: PublishedSession, head: FileHead | None, draws: Draws
) -> Iterator[tuple[Kind, int]]:
    """What differs, and in which batch; 0 is the session as a whole."""
    for kind in _order(session, head):
        yield kind, 0
    for offer in session.offers:
        for kind in _wrong_with(session, offer, head, draws):
            yield kind, offer.batch.batch


def _order(session: PublishedSession, head: FileHead | None) -> Iterator[Kind]:
    """The batches of a session count up from its first, if the file has the day of its opening."""
    offers = session.offers
    numbers = [offer.batch.batch for offer in offers]
    whole = head is None or local_day(session.opened_at) >= head.first
    first = 1 if whole or not numbers else numbers[0]
    if not numbers or numbers != list(range(first, first + len(numbers))):
        yield Kind.SEQUENCE
    if any(later.offered_at < earlier.offered_at for earlier, later in pairwise(offers)):
        yield Kind.TIME
    if len({offer.batch.series for offer in offers}) > 1:
        yield Kind.SERIES


def _wrong_with(
    session: PublishedSession, offer: PublishedOffer, head: FileHead | None, draws: Draws
) -> Iterator[Kind]:
    batch, at = offer.batch, offer.offered_at
    region = region_of(batch.prefix)
    draw = draws.get((region, batch.drawn_on))
    if head and not (region in head.regions and head.first <= batch.drawn_on <= head.last):
        yield Kind.OTHER_DAYS
    if head and at > head.made_at:
        yield Kind.AFTER_THE_FILE
    if local_day(at) != batch.drawn_on or at < session.opened_at or (draw and at < draw.opens_at):
        yield Kind.TIME
    if batch.session != session.session:
        yield Kind.NUMBERS
    if draw and draw.seed is None and not is_due(draw, head):
        return
    if (seed := seed_of(draw)) is None:
        yield Kind.NO_SEED
        return
    yield from _drawn(seed, batch)


def _drawn(seed: bytes, batch: DrawnBatch) -> Iterator[Kind]:
    try:
        numbers = drawn_again(seed, batch)
    except ValueError:
        yield Kind.SERIES
        return
    if len(numbers) != batch.offered or digest(batch.session, batch.batch, numbers) != batch.digest:
        yield Kind.NUMBERS
    if not _can_be(batch):
        yield Kind.PLACES
    if batch.offered != OFFERED and _goes_on(seed, batch):
        yield Kind.TOO_FEW


def _can_be(batch: DrawnBatch) -> bool:
    """Each place stands once and in order, and the tenth number is the last candidate of all."""
    places = batch.passed_over
    end = batch.offered + len(places) - (batch.offered == OFFERED)
    return list(places) == sorted({place for place in places if 0 <= place < end})


def _goes_on(seed: bytes, batch: DrawnBatch) -> bool:
    """Whether candidates follow the last that was offered. Ten are offered if there are ten."""
    place = batch.offered + len(batch.passed_over)
    rest = islice(candidates(seed, batch.session, batch.batch, batch.series), place, None)
    return batch.offered > OFFERED or next(rest, None) is not None


def numbers_passed_over(draws: Draws, batch: DrawnBatch) -> list[str]:
    """The numbers that were not free, by what the office says of their places.

    There are none where no seed is told, or the series is none.
    """
    seed = seed_of(draws.get((region_of(batch.prefix), batch.drawn_on)))
    if seed is None:
        return []
    try:
        drawn = candidates(seed, batch.session, batch.batch, batch.series)
    except ValueError:
        return []
    skipped = frozenset(batch.passed_over)
    return [
        number
        for place, number in enumerate(islice(drawn, max(skipped, default=-1) + 1))
        if place in skipped
    ]


def region_of(prefix: str) -> str:
    """The code of the prefecture that issues a prefix, and of none for any other text."""
    return ISSUING_LETTERS.get(prefix[1:], "") if prefix[:1] == PROVINCE else ""


def is_due(draw: PublishedDraw, head: FileHead | None) -> bool:
    """Whether the seed should stand in the file. The office has an hour to tell it."""
    return head is not None and head.made_at >= end_of_day(draw.day) + _TOLD_WITHIN


def seed_of(draw: PublishedDraw | None) -> bytes | None:
    """The seed that is told, if it is one."""
    try:
        seed = bytes.fromhex(draw.seed) if draw and draw.seed else b""
    except ValueError:
        return None
    return seed if len(seed) == SEED_BYTES else None
