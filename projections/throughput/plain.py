"""Turns the names of figures into what people ask for."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from domain.case.stage import FINAL, OPEN, Stage
from projections.throughput import measures

SUBMITTED: Final = "submitted"
REOPENED: Final = "reopened"
"""What had ended and is taken up again, or ends once more in another way."""
MOVED_IN: Final = "moved_in"
MOVED_OUT: Final = "moved_out"
"""From and to another office, or from the ordinary cases into the green channel."""
IN_HAND: Final = "in_hand"
"""What came to be in hand, less what ended or left."""
ACCEPTED_ON_TIME: Final = "accepted_on_time"
DECIDED_ON_TIME: Final = "decided_on_time"

HELD: Final[Mapping[str, str]] = {stage: f"held:{stage}" for stage in sorted(OPEN)}
"""What came to each stage, less what left it."""

Plain = tuple[tuple[str, int], ...]
"""Names, each with a sign."""

_PARTS: Final[Mapping[str, Plain]] = {
    measures.ACCEPTED: ((measures.ACCEPTED, 1), (ACCEPTED_ON_TIME, 1)),
    measures.ACCEPTED_LATE: ((ACCEPTED_ON_TIME, -1),),
    measures.DECIDED: ((measures.DECIDED, 1), (DECIDED_ON_TIME, 1)),
    measures.DECIDED_LATE: ((DECIDED_ON_TIME, -1),),
}
_BY_CHANNEL: Final = frozenset({measures.ACCEPTED, Stage.COMPLETED})


@cache
def plain(measure: str, channel: str = "") -> Plain:
    """The sums to which a figure adds. Some are counted by channel as well."""
    before, is_move, after = measure.partition(">")
    found = _moved(before, after) if is_move else _PARTS.get(measure, ((measure, 1),))
    by_channel = ((f"{name}:{channel}", sign) for name, sign in found if name in _BY_CHANNEL)
    return (*found, *by_channel) if channel else found


def _moved(before: str, after: str) -> Plain:
    """A move leaves one stage and enters another, or goes from office to office at one stage."""
    found = [(HELD[stage], sign) for stage, sign in ((before, -1), (after, 1)) if stage in HELD]
    if change := sum(sign for _, sign in found):
        found.append((IN_HAND, change))
    if not (before and after):
        found += [(MOVED_IN if after else MOVED_OUT, 1)] if found else []
        return tuple(found)
    if before == Stage.NEW:
        found.append((SUBMITTED, 1))
    elif before in FINAL:
        found.append((REOPENED, 1))
    if after in FINAL:
        found.append((after, 1))
    return tuple(found)
