"""Why no sample is sent."""

from dataclasses import dataclass

from domain.refusal import Conflict


@dataclass(kw_only=True)
class NoticeSamplesUsedUp(Conflict):
    """So many were sent to the official today that there are no more before tomorrow."""

    most: int
