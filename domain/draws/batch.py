"""A batch of numbers that was drawn for a session, and what is kept and published of it.

An event keeps no number in the clear: a digest of those that were offered, and the places of the
candidates that were passed over. The numbers follow from the seed, once it is revealed.
"""

import hashlib
from collections.abc import Container, Sequence
from datetime import date
from typing import Annotated, Final, NamedTuple
from uuid import UUID

import msgspec

from domain.draws.candidates import NumberSeries, candidates
from domain.identifiers.plate import PlateKind
from domain.titles import Title

OFFERED: Final = 10
"""So many numbers are offered at once, if so many are free."""


class DrawnBatch(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What an event keeps of a batch, and what anybody needs to draw it again.

    ``session`` is the random id under which it is published, and nothing else has that id.
    ``drawn_on`` is the local day whose seed was used. ``batch`` counts from 1. ``offered`` is how
    many numbers were offered. ``passed_over`` are the places, from 0, of the candidates that were
    not free: of those before the tenth number, or of all where ten could not be offered.
    ``digest`` is that of the numbers offered.

    These names are stored and published for ever.
    """

    session: Annotated[UUID, Title("选号会话", "session")]
    batch: Annotated[int, Title("批次", "batch")]
    drawn_on: Annotated[date, Title("抽取日期", "drawn on")]
    plate_kind: Annotated[PlateKind, Title("号牌种类", "kind of plate")]
    prefix: Annotated[str, Title("发牌机关代号", "issuing prefix")]
    letters: Annotated[str, Title("能源类型字母", "letters of the energy")] = ""
    offered: Annotated[int, Title("提供的号码数", "numbers offered")]
    passed_over: Annotated[tuple[int, ...], Title("跳过的序位", "places passed over")] = ()
    digest: Annotated[str, Title("号码摘要", "digest of the numbers")]

    @property
    def series(self) -> NumberSeries:
        return NumberSeries(self.plate_kind, self.prefix, self.letters)


class NumbersDrawn(NamedTuple):
    """Numbers to offer, such as 豫A12345, in the order of the draw, and what is kept of them."""

    numbers: tuple[str, ...]
    batch: DrawnBatch


def draw(
    seed: bytes,
    drawn_on: date,
    session: UUID,
    batch: int,
    series: NumberSeries,
    taken: Container[str] = frozenset(),
) -> NumbersDrawn:
    """Draws the first ten candidates that are not ``taken``, or fewer when they come to an end.

    Whoever offers asks of the numbers that come out whether they are free, and draws again with
    those that are not among the ``taken``, until all are. The seed is that of the prefecture and
    of ``drawn_on``. Raises ``ValueError`` as :func:`candidates` does.
    """
    numbers: list[str] = []
    skipped: list[int] = []
    for place, number in enumerate(candidates(seed, session, batch, series)):
        if number in taken:
            skipped.append(place)
            continue
        numbers.append(number)
        if len(numbers) == OFFERED:
            break
    kept = DrawnBatch(
        session=session,
        batch=batch,
        drawn_on=drawn_on,
        plate_kind=series.kind,
        prefix=series.prefix,
        letters=series.letters,
        offered=len(numbers),
        passed_over=tuple(skipped),
        digest=digest(session, batch, numbers),
    )
    return NumbersDrawn(tuple(numbers), kept)


def drawn_again(seed: bytes, batch: DrawnBatch) -> tuple[str, ...]:
    """The numbers that were offered, as everybody finds them who has the seed.

    Whoever has altered what was published finds others, and their digest is another one.
    """
    drawn = candidates(seed, batch.session, batch.batch, batch.series)
    skipped = frozenset(batch.passed_over)
    numbers: list[str] = []
    for place, number in enumerate(drawn):
        if len(numbers) >= batch.offered:
            break
        if place not in skipped:
            numbers.append(number)
    return tuple(numbers)


def digest(session: UUID, batch: int, numbers: Sequence[str]) -> str:
    """SHA-256 of the numbers of a batch, in hexadecimal."""
    text = f"cheguan-draw-offer-1:{session}:{batch}:{','.join(numbers)}"
    return hashlib.sha256(text.encode()).hexdigest()
