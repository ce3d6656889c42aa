"""How far a prefecture has come on a day: its step, and how many of its offices are open."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from domain.offices.business import DONE_AT
from domain.offices.tree import OFFICES
from domain.prefectures.openness import open_on
from domain.prefectures.state import Prefecture
from domain.prefectures.step import Step


class OfficesOpen(NamedTuple):
    """Of ``all`` offices of a kind so many are ``open`` for some business."""

    open: int
    all: int


class RegionSummary(NamedTuple):
    """Without a step nothing was ever suspended. ``offices`` stand by kind."""

    step: Step | None
    offices: Mapping[str, OfficesOpen]


def summary(prefecture: Prefecture, region: str, day: date) -> RegionSummary:
    """Counts the offices that have a window at all. One of them is open if any group is."""
    every: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    for office in OFFICES.values():
        if office.region_code == region and (groups := DONE_AT[office.kind]):
            every[office.kind] += 1
            opened[office.kind] += any(open_on(prefecture, office, g, day) for g in groups)
    offices = {kind: OfficesOpen(opened[kind], every[kind]) for kind in sorted(every)}
    return RegionSummary(prefecture.step_on(day), offices)
