"""Turns the names of figures into what people ask for."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from domain.case.stage import FINAL, OPEN, Stage
from projections.throughput import measures

SUBMITTED: Final = "submitted"
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


@cache
def plain(measure: str) -> Plain:
    """The sums to which a figure adds. A move leaves one stage and enters another."""
    before, is_move, after = measure.partition(">")
    if not is_move:
        return _PARTS.get(measure, ((measure, 1),))
    found = [(HELD[stage], sign) for stage, sign in ((before, -1), (after, 1)) if stage in HELD]
    if after in FINAL:
        found.append((after, 1))
    if before == Stage.NEW:
        found.append((SUBMITTED, 1))
    return tuple(found)
