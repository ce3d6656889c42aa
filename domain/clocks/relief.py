"""A relief moves deadlines later, for everybody whom it concerns and without an application.

The announcement of 2020-02-23 extends the terms of licences "suitably" and names no number of
days. So a relief is data: which clocks, by how much, and on whose word.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from domain.clocks.clock import Clock
from domain.clocks.terms import Days, Months

LAPSING: Final = frozenset(
    {Clock.CORRECTION_REPLY, Clock.PICKUP_HOLD, Clock.RETURN_HOLD, Clock.PRESELECT_HOLD}
)
"""The clocks after which a case ends by itself, because its applicant has not come. The payment
of a fee is not among them: it is asked for online, and within a day."""
RELIEVABLE: Final = frozenset(
    {
        Clock.LIC_RENEW,
        Clock.LIC_RENEW_ONLINE,
        Clock.LIC_CANCEL_RENEW,
        Clock.LIC_RESTORE,
        Clock.LIC_REVIEW,
        Clock.LIC_MEDICAL,
        Clock.LIC_MEDICAL_C5,
        Clock.LIC_CANCEL_MEDICAL,
        Clock.LIC_CHANGE_30,
        Clock.MEDICAL_CERT,
        Clock.DEFER_APPLY,
        Clock.OVERAGE_NOTICE,
        Clock.FULL_POINTS_15,
        Clock.LEARNER_PERMIT,
        Clock.EXAM_CANCEL,
        Clock.TEMP_PLATE_REISSUE,
        Clock.INSP_DUE,
        Clock.INSP_EXEMPT,
        Clock.TRANSFER_30,
        Clock.VIO_COME,
        Clock.VIO_COME_CAMERA,
        Clock.VIO_POSTPONED,
        *LAPSING,
    }
)
"""The clocks that a relief can reach. Of a case they are what its applicant has to do in time.

The terms of the office rest with the case instead (ADR 63). None of them opens a period or ends
a ban, because neither would be a relief if it came later.
Birthdays, points cycles and what is printed on a temporary plate stay where they are.
"""


def _reachable(clocks: frozenset[Clock]) -> None:
    if not clocks or clocks - RELIEVABLE:
        raise ValueError(f"no relief reaches {sorted(clocks - RELIEVABLE) or 'nothing'}")


@dataclass(frozen=True, slots=True)
class Suspension:
    """The days from ``first`` to ``last`` are not counted. Without a ``last`` nobody knows yet
    how many they are. ``revive`` treats a deadline that had passed before as one of ``first``.

    Raises ``ValueError`` if it ends before it begins, or names a clock out of its reach.
    """

    clocks: frozenset[Clock]
    first: date
    last: date | None = None
    revive: bool = False

    def __post_init__(self) -> None:
        _reachable(self.clocks)
        if self.last is not None and self.last < self.first:
            raise ValueError("a suspension ends before it begins")


@dataclass(frozen=True, slots=True)
class Addition:
    """A deadline from ``first`` to ``last`` is later by ``term``.

    Raises ``ValueError`` if it adds nothing, if it ends before it begins, or names a clock out
    of its reach.
    """

    clocks: frozenset[Clock]
    first: date
    last: date
    term: Days | Months

    def __post_init__(self) -> None:
        _reachable(self.clocks)
        if self.term.count < 1 or self.last < self.first:
            raise ValueError("an addition adds nothing")


Relief: TypeAlias = Suspension | Addition
