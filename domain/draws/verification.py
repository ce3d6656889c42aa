"""Whether what is published of draws is what the office bound itself to, and nobody was favoured.

It needs nothing but the published file, and at best one that somebody has saved before the days.
It is pure, and names every difference that it finds.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import UUID

from domain.calendar import end_of_day, start_of_day
from domain.draws.commitment import commitment
from domain.draws.difference import NOTHING, DrawDifference
from domain.draws.difference import DifferenceKind as Kind
from domain.draws.offers import differences_of, is_due, numbers_passed_over, seed_of
from domain.draws.published import (
    FileEnd,
    FileHead,
    LineAltered,
    PublishedDraw,
    PublishedSession,
    read,
)

DrawKey = tuple[str, date]
_ALTERED: Final = frozenset({Kind.UNREADABLE, Kind.NO_HEAD, Kind.NO_END, Kind.DIGEST})


@dataclass(slots=True)
class Verified:
    """What was found. ``late`` are draws that were committed to after their day had begun, which
    is no difference; ``passed_over`` are the numbers that were told not to be free.
    """

    head: FileHead | None = None
    draws: dict[DrawKey, PublishedDraw] = field(default_factory=dict)
    late: list[DrawKey] = field(default_factory=list)
    sessions: int = 0
    batches: int = 0
    passed_over: list[str] = field(default_factory=list)
    differences: list[DrawDifference] = field(default_factory=list)


def verified(file: Iterable[bytes], saved: Iterable[bytes] | None = None) -> Verified:
    """Verifies a published file, whose lines come with their ends.

    ``saved`` is one that was published before, and is kept by somebody who does not trust the
    office. Only with it is it shown that the commitments came before the draws.
    """
    found = _Verification()
    found.read(file)
    if saved is not None:
        found.compare(_before(saved))
    return found.result


class _Verification:
    def __init__(self) -> None:
        self.result = Verified()
        self._line = 0
        self._seeds: dict[str, DrawKey] = {}
        self._sessions: set[UUID] = set()

    def _differs(self, kind: Kind, about: str = NOTHING) -> None:
        self.result.differences.append(DrawDifference(self._line, kind, about))

    def read(self, file: Iterable[bytes]) -> None:
        sum_of_all, ended = hashlib.sha256(), False
        for self._line, told in enumerate(file, start=1):
            if ended:
                self._differs(Kind.OUT_OF_PLACE)
                continue
            before = sum_of_all.hexdigest()
            sum_of_all.update(told)
            try:
                line = read(told)
            except LineAltered:
                self._differs(Kind.UNREADABLE)
                continue
            match line:
                case FileHead():
                    self._head(line)
                case PublishedDraw():
                    self._draw(line)
                case PublishedSession():
                    self._session(line)
                case FileEnd():
                    ended = True
                    if line.sha256 != before:
                        self._differs(Kind.DIGEST)
        if self.result.head is None:
            self._differs(Kind.NO_HEAD)
        if not ended:
            self._differs(Kind.NO_END)

    def _head(self, head: FileHead) -> None:
        if self._line != 1:
            self._differs(Kind.OUT_OF_PLACE)
            return
        self.result.head = head

    def _draw(self, draw: PublishedDraw) -> None:
        key = (draw.region, draw.day)
        about = _named(key)
        if self._sessions:
            self._differs(Kind.OUT_OF_PLACE, about)
        if key in self.result.draws:
            self._differs(Kind.TWICE, about)
            return
        self.result.draws[key] = draw
        for kind in self._wrong_with(draw):
            self._differs(kind, about)
        if draw.committed_at > start_of_day(draw.day):
            self.result.late.append(key)

    def _wrong_with(self, draw: PublishedDraw) -> Iterator[Kind]:
        head = self.result.head
        if head and not _is_of(head, (draw.region, draw.day)):
            yield Kind.OTHER_DAYS
        if draw.opens_at != max(start_of_day(draw.day), draw.committed_at):
            yield Kind.OPENED_EARLY
        if head and max(draw.committed_at, draw.revealed_at or draw.committed_at) > head.made_at:
            yield Kind.AFTER_THE_FILE
        if draw.seed is None or draw.revealed_at is None:
            if draw.seed or draw.revealed_at or is_due(draw, head):
                yield Kind.NOT_REVEALED
            return
        if draw.revealed_at < end_of_day(draw.day):
            yield Kind.REVEALED_EARLY
        if _bound(draw) != draw.commitment:
            yield Kind.SEED
        if self._seeds.setdefault(draw.seed, (draw.region, draw.day)) != (draw.region, draw.day):
            yield Kind.SEED_AGAIN

    def _session(self, session: PublishedSession) -> None:
        about = f"session {session.session}"
        if session.session in self._sessions:
            self._differs(Kind.TWICE, about)
            return
        self._sessions.add(session.session)
        self.result.sessions += 1
        self.result.batches += len(session.offers)
        for offer in session.offers:
            self.result.passed_over += numbers_passed_over(self.result.draws, offer.batch)
        for kind, batch in differences_of(session, self.result.head, self.result.draws):
            self._differs(kind, f"{about} batch {batch}" if batch else about)

    def compare(self, saved: "Verified") -> None:
        """A commitment stays what it was when somebody saved it."""
        self._line = 1
        for kind, about in _moved(saved, self.result):
            self._differs(kind, about)


def _before(saved: Iterable[bytes]) -> Verified:
    """Of a saved file only what it says of commitments counts. An altered one proves nothing."""
    found = _Verification()
    found.read(saved)
    return found.result


def _moved(saved: Verified, now: Verified) -> Iterator[tuple[Kind, str]]:
    for each in saved.differences:
        if each.kind in _ALTERED:
            yield each.kind, f"line {each.line} of the saved file"
    if saved.head is None or now.head is None:
        return
    for key, draw in saved.draws.items():
        if _is_of(now.head, key):
            if key not in now.draws:
                yield Kind.WITHDRAWN, _named(key)
            elif now.draws[key].commitment != draw.commitment:
                yield Kind.OTHER_COMMITMENT, _named(key)
    for key, draw in now.draws.items():
        said_before = draw.committed_at < saved.head.made_at
        if said_before and _is_of(saved.head, key) and key not in saved.draws:
            yield Kind.NOT_PUBLISHED, _named(key)


def _is_of(head: FileHead, key: DrawKey) -> bool:
    """Whether a file has the draws of this prefecture and day."""
    return key[0] in head.regions and head.first <= key[1] <= head.last


def _named(key: DrawKey) -> str:
    return f"draw {key[0]} {key[1]}"


def _bound(draw: PublishedDraw) -> str:
    seed = seed_of(draw)
    return commitment(draw.region, draw.day, seed) if seed else ""
