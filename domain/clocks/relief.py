"""A relief moves deadlines later, for everybody whom it concerns and without an application.

The announcement of 2020-02-23 extends the terms of licences "suitably" and names no number of
days. So a relief is data: which clocks, by how much, and on whose word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeAlias

from domain.clocks.clock import Clock
from domain.clocks.terms import Days, Months
from domain.periods import add_months

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
        Clock.PRESELECT_HOLD,
        Clock.TEMP_PLATE_REISSUE,
    }
)
"""The clocks that a relief can reach. The terms of a case rest with the case instead.

None of them opens a period, because a later opening would be no relief. Birthdays, points cycles
and what is printed on a temporary plate stay where they are.
"""

_DAY: Final = timedelta(days=1)


def _reachable(clocks: frozenset[Clock]) -> None:
    if not clocks or clocks - RELIEVABLE:
        raise ValueError(f"no relief reaches {sorted(clocks - RELIEVABLE) or 'nothing'}")


@dataclass(frozen=True, slots=True)
class Suspension:
    """The days from ``first`` to ``last`` are not counted. Without a ``last`` nobody knows yet
    how many they are.

    Raises ``ValueError`` if it ends before it begins, or names a clock out of its reach.
    """

    clocks: frozenset[Clock]
    first: date
    last: date | None = None

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


def relieved(
    clock: Clock, deadline: date, reliefs: Sequence[Relief], *, since: date | None = None
) -> date | None:
    """The deadline with all reliefs, or ``None`` while a suspension without an end holds it open.

    ``deadline`` is that of the law. ``since`` is the day from which the clock counts, if there
    is one: that day itself is never counted. The order of the reliefs does not matter. Of
    several additions the longest holds, and suspended days come on top. A deadline that had
    passed before a suspension began is not revived.
    """
    mine = [relief for relief in reliefs if clock in relief.clocks]
    last = max([deadline, *(_added(deadline, each) for each in mine if isinstance(each, Addition))])
    for first, until in _merged(each for each in mine if isinstance(each, Suspension)):
        if last < first:
            break
        if until is None:
            return None
        begun = first if since is None else max(first, since + _DAY)
        suspended = max(until - begun + _DAY, timedelta())
        last += min(suspended, date.max - last)
    return last


def _added(deadline: date, addition: Addition) -> date:
    if not addition.first <= deadline <= addition.last:
        return deadline
    if isinstance(addition.term, Months):
        return add_months(deadline, addition.term.count)
    return deadline + timedelta(days=addition.term.count)


def _merged(suspensions: Iterable[Suspension]) -> Iterator[tuple[date, date | None]]:
    """The spans of suspended days in their order. No day is in two of them."""
    first: date | None = None
    last: date | None = None
    for each in sorted(suspensions, key=lambda suspension: suspension.first):
        if first is not None and (last is None or each.first <= last + _DAY):
            last = None if last is None or each.last is None else max(last, each.last)
            continue
        if first is not None:
            yield first, last
        first, last = each.first, each.last
    if first is not None:
        yield first, last
