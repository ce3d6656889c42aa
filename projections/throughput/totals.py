"""Sums of the figures over regions and spans of days, for whoever looks at the province.

They have neither office nor channel nor priority, so there are few of them. A period of any length
is the sum of a few spans. So a page costs the same with a hundred million cases.
"""

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Any

import msgspec

from domain.offices.tree import OFFICES
from projections.engine.projection import Figures
from projections.throughput.plain import plain
from projections.throughput.spans import spans_of


class Total(msgspec.Struct, frozen=True):
    """The key of one sum, over so many ``days`` from ``first`` on."""

    days: int
    first: date
    measure: str
    region: str
    service: str


def totals(figures: Figures) -> Figures:
    """The same figures with fewer dimensions."""
    sums: dict[tuple[Any, ...], int] = defaultdict(int)
    for (day, office, service, channel, _, measure), value in figures.items():
        region = region_of(office)
        for name, sign in plain(measure, channel):
            for days, first in spans_of(day):
                sums[days, first, name, region, service] += sign * value
    return sums


@cache
def region_of(office: str) -> str:
    """The region of an office. One that no list knows any more counts for itself."""
    return OFFICES[office].region_code if office in OFFICES else office
