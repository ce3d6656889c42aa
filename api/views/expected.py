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
    the day of submission, and ``moved_to`` the later one that was told when that had passed.
    """

    next: ExpectedDaysView | None
    end: ExpectedDaysView | None
    told_by: date | None
    moved_to: date | None


def expected_view(found: ExpectedDates | None) -> ExpectedView | None:
    """None where no day is known at all."""
    if found is None or (found.end is None and found.next is None and found.told is None):
        return None
    return {
        "next": _view(found.next),
        "end": _view(found.end),
        "told_by": found.told.most if found.told else None,
        "moved_to": found.moved,
    }


def _view(days: ExpectedDays | None) -> ExpectedDaysView | None:
    if days is None:
        return None
    return {"half_by": days.half, "most_by": days.most, "cases": days.cases}
