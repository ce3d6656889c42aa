"""What is published of draws: a file of lines of JSON, which anybody reads (docs/draws.md).

The first line says of which days and prefectures the file is. A line each for the draws and for
the sessions follows, and the last has SHA-256 of all bytes before it. Nothing in it leads to a
person. These names are published, and never change.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Annotated, Final, Literal
from uuid import UUID

import msgspec

from domain.draws.batch import DrawnBatch
from domain.plausible import FIRST_DAY, LAST_DAY

FORMAT: Final = "cheguan-draws-1"
Instant = Annotated[datetime, msgspec.Meta(tz=True)]


class PublishedLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="line", gc=False):
    """A line of the file."""


class FileHead(PublishedLine, frozen=True, kw_only=True, tag="head"):
    """The draws of the local days ``first`` to ``last`` of these prefectures, as of ``made_at``."""

    format: Literal["cheguan-draws-1"] = FORMAT
    first: date
    last: date
    regions: tuple[str, ...]
    made_at: Instant


class PublishedDraw(PublishedLine, frozen=True, kw_only=True, tag="draw"):
    """To what the office bound itself, and the seed in hexadecimal if it has told it."""

    region: str
    day: date
    commitment: str
    committed_at: Instant
    opens_at: Instant
    seed: str | None = None
    revealed_at: Instant | None = None


class PublishedOffer(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A batch that was drawn in a session, and when."""

    offered_at: Instant
    batch: DrawnBatch


class PublishedSession(PublishedLine, frozen=True, kw_only=True, tag="session"):
    """A session in which numbers were drawn, with its batches of the days of the file."""

    session: UUID
    opened_at: Instant
    offers: tuple[PublishedOffer, ...]


class FileEnd(PublishedLine, frozen=True, kw_only=True, tag="end"):
    """SHA-256, in hexadecimal, of all bytes before this line."""

    sha256: str


AnyLine = FileHead | PublishedDraw | PublishedSession | FileEnd
_encode: Final = msgspec.json.Encoder(order="deterministic").encode
_decoder: Final[msgspec.json.Decoder[AnyLine]] = msgspec.json.Decoder(AnyLine)


class LineAltered(Exception):
    """Nobody writes such a line."""


def written(lines: Iterable[FileHead | PublishedDraw | PublishedSession]) -> Iterator[bytes]:
    """The bytes of the file, line by line, and the end that follows from them."""
    sum_of_all = hashlib.sha256()
    for line in lines:
        told = _encode(line) + b"\n"
        sum_of_all.update(told)
        yield told
    yield _encode(FileEnd(sha256=sum_of_all.hexdigest())) + b"\n"


def read(told: bytes) -> AnyLine:
    """A line with its end. Raises :class:`LineAltered` for one that nobody has written so."""
    try:
        line = _decoder.decode(told)
    except (msgspec.MsgspecError, UnicodeDecodeError) as wrong:
        raise LineAltered from wrong
    if _encode(line) + b"\n" != told or not all(map(_plausible, _days(line))):
        raise LineAltered
    return line


def _days(line: AnyLine) -> Iterator[date]:
    match line:
        case FileHead():
            yield from (line.first, line.last, line.made_at.date())
        case PublishedDraw():
            yield from (line.day, line.committed_at.date(), line.opens_at.date())
            if line.revealed_at:
                yield line.revealed_at.date()
        case PublishedSession():
            yield line.opened_at.date()
            for offer in line.offers:
                yield from (offer.offered_at.date(), offer.batch.drawn_on)


def _plausible(day: date) -> bool:
    """Nobody can count from the first and the last days that a calendar has."""
    return FIRST_DAY <= day <= LAST_DAY
