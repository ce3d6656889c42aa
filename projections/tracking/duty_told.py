"""A duty of an applicant, as he is told of it."""

from datetime import date, datetime
from typing import NamedTuple

from domain.case.grounds import Hold
from domain.choice import Choice
from domain.law import Law
from domain.titles import Title
from projections.tracking.duty_words import DutyKind


class ToPutRight(NamedTuple):
    """One defect: where it is, what is wrong, and what to do about it."""

    where: str
    place: Title
    code: str
    wrong: Title
    do: Title


class Duty(NamedTuple):
    """``by`` is the last day, and ``at`` the last moment of a term of hours.

    Where neither is set, ``otherwise`` says so, the term of a duty that ``rests`` does not run,
    or the relief that has moved it has no end yet. ``{office}`` may stand in ``what``,
    ``{reason}`` in ``why``, and ``{document}`` in ``what`` and ``bring``. The note is sealed.
    """

    kind: DutyKind
    what: tuple[Title, ...]
    otherwise: Title
    by: date | None = None
    at: datetime | None = None
    why: Title | None = None
    reason: Choice | None = None
    defects: tuple[ToPutRight, ...] = ()
    sums: tuple[tuple[Title, int], ...] = ()
    bring: tuple[Title, ...] = ()
    office: str | None = None
    note: str | None = None
    rests: Hold | None = None
    law: Law | None = None
