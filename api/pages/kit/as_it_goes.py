"""How services go at present: how long they take, and where they are done today.

A guide is shown also while this cannot be read, so then it is left out.
"""

from collections.abc import Mapping
from typing import NamedTuple

from api.centre_waits import CentreWaits, days_told
from api.dependencies import read_connection
from api.desk import Desk
from api.language import Language
from api.pages.kit.places import place_text
from api.problems import Problem
from api.usual_times import UNKNOWN, UsualTimes
from api.views.open_today import OpenToday, open_today
from domain.event_store.pending import StoreUnavailable


class AsItGoes(NamedTuple):
    """``times`` and ``waits`` are None while nobody can tell."""

    times: UsualTimes | None
    waits: CentreWaits | None
    windows: Mapping[str, OpenToday]


class GoesNow(NamedTuple):
    """One service, in words. ``cities`` are the name of each city, half, nine in ten, and cases.
    ``waits`` are the name of each city whose centre tells so, what is in hand there, what can be
    handled on a day, and how long one waits.

    ``is_known`` says whether ``takes`` tells a time, and not that there are too few cases.
    """

    takes: str | None
    is_known: bool
    windows: str | None
    cities: list[tuple[str, int, int, int]]
    waits: list[tuple[str, int, int, str]]


async def as_it_goes(desk: Desk, *codes: str) -> AsItGoes:
    try:
        async with read_connection(desk) as reading:
            times = await desk.usual_times.refresh(reading, desk.today)
            waits = await desk.centre_waits.refresh(reading, desk.today)
    except Problem:
        times, waits = None, None
    try:
        windows = await open_today(desk, codes)
    except StoreUnavailable:
        windows = {}
    return AsItGoes(times, waits, windows)


def goes_now(known: AsItGoes, code: str, language: Language) -> GoesNow:
    usual = known.times.of(code) if known.times else None
    told = usual.sentence if usual else UNKNOWN
    windows = known.windows.get(code)
    cities = known.times.by_region(code) if known.times else {}
    return GoesNow(
        takes=told.text(language) if known.times else None,
        is_known=usual is not None,
        windows=windows.sentence.text(language) if windows else None,
        cities=[(place_text(city, language), *each) for city, each in cities.items()],
        waits=[
            (
                place_text(city, language),
                each.backlog,
                each.capacity,
                days_told(each).text(language),
            )
            for city, each in (known.waits.by_region if known.waits else {}).items()
        ],
    )
