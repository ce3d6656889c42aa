"""The sums of a period from which its account is made: what was in hand, came in and went out."""

from typing import Final

from domain.case.grounds import GreenKind
from projections.throughput.definitions.channels import ONLINE_TOTAL
from projections.throughput.definitions.punctuality import ON_TIME
from projections.throughput.definitions.volumes import VOLUMES
from projections.throughput.durations import TURNAROUND
from projections.throughput.measures import GREEN, SUBMITTED_CORRECTED, SUBMITTED_PENDING
from projections.throughput.plain import IN_HAND

ACCOUNT: Final = frozenset(
    {
        IN_HAND,
        *(name for each in VOLUMES if each.made for name in each.made.measures),
        *ON_TIME.measures,
        *ONLINE_TOTAL.measures,
        *TURNAROUND.measures,
        SUBMITTED_CORRECTED,
        SUBMITTED_PENDING,
        *(f"{GREEN}:{kind}" for kind in GreenKind),
    }
)
"""With the share in time, the turnaround, what came online, what had to be corrected, and the
green channel."""
