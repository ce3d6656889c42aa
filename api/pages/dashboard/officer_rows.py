"""The load and the speed of the officers of an office, for whoever leads it."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import median_low
from typing import Final, NamedTuple

from domain.calendar import Calendar, local_day
from projections.caseload.by_officer import OfficerApproval, OfficerLoad

_CALENDAR: Final = Calendar()


class OfficerRow(NamedTuple):
    """``days`` is the median of the working days from acceptance to approval, if any was."""

    officer: str
    cases: int
    late: int
    approved: int
    days: int | None

    def value(self, column: str) -> float | None:
        """The value of a column by its code, for the order of the rows."""
        return self._asdict().get(column) if column in self._fields[1:] else None


def officer_rows(
    loads: Iterable[OfficerLoad], approvals: Iterable[OfficerApproval]
) -> list[OfficerRow]:
    """A row for everybody who has cases or has approved some, in the order of their ids."""
    in_hand = {each.officer: each for each in loads}
    took: dict[str, list[int]] = defaultdict(list)
    for each in approvals:
        days = _CALENDAR.between(each.accepted_on, local_day(each.approved_at))
        took[each.officer].append(days)
    return [
        OfficerRow(
            officer,
            in_hand[officer].cases if officer in in_hand else 0,
            in_hand[officer].late if officer in in_hand else 0,
            len(took[officer]),
            median_low(took[officer]) if took[officer] else None,
        )
        for officer in sorted({*in_hand, *took})
    ]
