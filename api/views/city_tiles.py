"""The eighteen prefectures as tiles, each with its step in words and in colour."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from api.views.openings import SoughtBusiness
from domain.offices.region import Region
from domain.offices.tree import OFFICES, REGIONS
from domain.prefectures.openness import open_on
from domain.prefectures.state import Prefecture
from domain.prefectures.step import Step
from domain.titles import Title

_STEPS: Mapping[Step, Title] = {
    Step.SUSPENDED: Title("暂停", "closed"),
    Step.FIRST: Title("第一步", "step 1"),
    Step.SECOND: Title("第二步", "step 2"),
    Step.THIRD: Title("第三步", "step 3"),
    Step.FOURTH: Title("第四步", "step 4"),
}


class Tile(NamedTuple):
    """``look`` is the class of the colour. ``windows`` counts open offices, where one service is
    asked for.
    """

    code: str
    place: Region
    label: Title
    look: str
    windows: int | None


def tiles(states: Mapping[str, Prefecture], day: date, asked: SoughtBusiness | None) -> list[Tile]:
    """One for each prefecture, in the order of the grid."""
    return [_tile(code, states[code], day, asked) for code in REGIONS]


def _tile(code: str, prefecture: Prefecture, day: date, asked: SoughtBusiness | None) -> Tile:
    label, look = _standing(code, prefecture, day)
    windows = None
    if asked is not None:
        windows = sum(
            open_on(prefecture, office, asked.business, day)
            for office in OFFICES.values()
            if office.region_code == code
        )
    return Tile(code, REGIONS[code], label, look, windows)


def _standing(code: str, prefecture: Prefecture, day: date) -> tuple[Title, str]:
    step = prefecture.step_on(day)
    if step is None:
        return Title("正常", "normal"), "s4"
    if step is Step.SUSPENDED and _partly(code, prefecture, day):
        return Title("部分开放", "partly open"), "local"
    return _STEPS[step], f"s{list(Step).index(step)}"


def _partly(code: str, prefecture: Prefecture, day: date) -> bool:
    """Whether a decision of its own opens something in the city."""
    return any(
        (own := prefecture.own(office.id, day)) is not None and own.services
        for office in OFFICES.values()
        if office.region_code == code and not office.county_code
    )
