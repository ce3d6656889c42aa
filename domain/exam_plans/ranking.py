"""In which order those who booked an examination get its places (139, chapter on examinations).

Whoever has waited longest comes first. An epidemic moves nobody (announcement of 2020-02-23): a
booking that was cancelled because of it leaves no trace in the record, so the key is what it was.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, NamedTuple

import msgspec

from domain.calendar import start_of_day
from domain.choice import Choice
from domain.register.learner_permit import LearnerPermitRecord
from domain.titles import Title


class RankBasis(Choice):
    """From when a learner has waited."""

    ACCEPTED = "accepted", "驾驶证申请受理时间", "his application for the licence was accepted"
    LAST_EXAM = "last_exam", "上次考试时间", "his last examination"
    GIVEN_UP = "given_up", "个人原因取消预约时间", "he gave up a place for reasons of his own"


class RankingKey(msgspec.Struct, frozen=True, order=True, gc=False):
    """The place of a booking among others. Of equal instants the smaller serial number is first.

    The serial number is the reference of the case.
    """

    since: Annotated[datetime, Title("排序时间", "ranked from")]
    serial: Annotated[str, Title("业务流水号", "serial number")]


class Waited(NamedTuple):
    """Since when a learner has waited, and what that was."""

    since: datetime
    basis: RankBasis


class Cut(NamedTuple):
    """What the order comes to: how many have a place, and the key of the last of them."""

    placed: int
    last: RankingKey | None


def waited(record: LearnerPermitRecord) -> Waited:
    """Since when the holder of this permit has waited for his next examination.

    The first booking counts from the acceptance of the application for the licence, every other
    one from the last examination, whether he sat it or stayed away. A place that was given up for
    reasons of his own counts from that moment, if it is the later of the two. Where the record
    knows a day only, it is its beginning.
    """
    told = [Waited(_accepted(record), RankBasis.ACCEPTED)]
    if record.sittings:
        last = max(each.sat_on for each in record.sittings)
        told = [Waited(start_of_day(last), RankBasis.LAST_EXAM)]
    if record.given_up_at:
        told.append(Waited(record.given_up_at, RankBasis.GIVEN_UP))
    return max(told, key=lambda each: each.since)


def cut(keys: Iterable[RankingKey], capacity: int) -> Cut:
    """The first ``capacity`` of all keys have a place."""
    first = sorted(keys)[:capacity]
    return Cut(len(first), first[-1] if first else None)


def has_place(key: RankingKey, last: RankingKey | None) -> bool:
    """Whether a booking is not behind the last one that has a place."""
    return last is not None and key <= last


def _accepted(record: LearnerPermitRecord) -> datetime:
    """A permit that came without it was issued where the application was accepted."""
    return record.accepted_at or start_of_day(record.issued_on)
