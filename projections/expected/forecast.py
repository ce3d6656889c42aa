"""On which day something ends that others began before, of whom some still wait (ADR 77).

Whoever counts only what has ended promises too much while the work grows, because what ended is
then what went fast. So what still waits counts as well, for the days it has waited: the share that
is left after each day is that of Kaplan and Meier (1958).
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

LATELY: Final = timedelta(weeks=8)
"""What began longer ago says nothing of today."""
ENOUGH: Final = 10
"""Of fewer ends nothing is told."""
ENOUGH_OF_A_PLACE: Final = 20
"""Of fewer ends the ninth tenth is the longest of them all, and one more may well be longer: the
⌈0.9·(n+1)⌉-th of n is not the last only from 19 on (ADR 112). The province has no other to ask.
"""
_HALF: Final = 0.5
_MOST: Final = 0.9
_ROUNDING: Final = 1e-9


class Ends(NamedTuple):
    """So many ``stretches`` that ``began_on`` a day and ended ``days`` later, with a result or not.

    Those without ``days`` have not ended.
    """

    began_on: date
    days: int | None
    done: bool
    stretches: int


class Forecast(NamedTuple):
    """Half end within ``half`` days of their beginning, and nine of ten within ``most``.

    ``cases`` are those of which the end is known.
    """

    half: int
    most: int
    cases: int


def forecast(sample: Iterable[Ends], day: date, *, waited: int = 0) -> Forecast | None:
    """As it is told on a day, to whoever has waited so many days.

    Only the days before ``day`` count, so that the same is told all day long, and can be told
    again later. It is None where too few ends are known, or too few waited long enough.
    """
    ended: Counter[int] = Counter()
    gone: Counter[int] = Counter()
    for each in sample:
        if not day - LATELY <= each.began_on < day:
            continue
        known = (day - each.began_on).days - 1
        if each.days is None or each.days > known:
            gone[known] += each.stretches
        else:
            (ended if each.done else gone)[each.days] += each.stretches
    at_risk = sum(n for days, n in (*ended.items(), *gone.items()) if days >= waited)
    cases = sum(n for days, n in ended.items() if days >= waited)
    if cases < ENOUGH:
        return None
    left, half = 1.0, None
    for days in sorted({*ended, *gone}):
        if days < waited:
            continue
        left *= 1 - ended[days] / (at_risk + 1)
        at_risk -= ended[days] + gone[days]
        if half is None and left <= 1 - _HALF + _ROUNDING:
            half = days
        if half is not None and left <= 1 - _MOST + _ROUNDING:
            return Forecast(half, days, cases)
    return None
