"""The days by which an application will have its result, as programs and pages are told."""

from datetime import date
from typing import TypedDict

from api.expected_dates import ExpectedDates, ExpectedDays


class ExpectedDaysView(TypedDict):
    """Half of what was like it was done by ``half_by``, and nine of ten by ``most_by``.

    ``cases`` are those of which that is known. Nothing of it is a promise.
    """

    half_by: date
    most_by: date
    cases: int


class ExpectedView(TypedDict):
    """``next`` is the step at which it stands, and is null where the applicant takes it himself.

    ``end`` is the result. ``told_by`` is the day by which nine of ten have it, as it was told on
    the day of submission. When that has passed it has ``slipped``, and ``moved_to`` is the day that
    was told then, if one is known.
    """

    next: ExpectedDaysView | None
    end: ExpectedDaysView | None
    told_by: date | None
    slipped: bool
    moved_to: date | None


def expected_view(found: ExpectedDates | None) -> ExpectedView | None:
    """None where no day is known at all."""
    if found is None or (found.end is None and found.next is None and found.told is None):
        return None
    return {
        "next": _view(found.next),
        "end": _view(found.end),
        "told_by": found.told.most if found.told else None,
        "slipped": found.slipped,
        "moved_to": found.moved,
    }


def _view(days: ExpectedDays | None) -> ExpectedDaysView | None:
    if days is None:
        return None
    return {"half_by": days.half, "most_by": days.most, "cases": days.cases}
