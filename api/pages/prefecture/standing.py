"""How a city stands on a day: its class, its step, its list, and every office with its windows."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from api.pages.prefecture.choices import business_title, class_title
from domain.offices.business import DONE_AT, WindowGroup
from domain.offices.office import OfficeRecord
from domain.offices.tree import OFFICES
from domain.prefectures.openness import Openness, openness
from domain.prefectures.source import Source
from domain.prefectures.state import Prefecture
from domain.titles import Title

NEVER: Title = Title("窗口业务未暂停", "its windows were never suspended")


class Fact(NamedTuple):
    """Something that was decided, since when it holds, and by which decision."""

    title: Title
    value: Title | None
    since: date | None = None
    source: Source | None = None


class OfficeStanding(NamedTuple):
    """The groups of business that an office does, and those of them that are open."""

    office: OfficeRecord
    opened: tuple[WindowGroup, ...]
    closed: tuple[WindowGroup, ...]
    ruling: Openness

    @property
    def county(self) -> bool:
        return self.office.county_code is not None


def facts(current: Prefecture, day: date) -> list[Fact]:
    """The class, the step and the list of the third step, each as it holds on the day."""
    return [_class(current, day), _step(current, day), _list(current, day)]


def offices(current: Prefecture, region: str, day: date) -> list[OfficeStanding]:
    """Every office of the city that has a window, the counties last."""
    found = [*_standing(current, region, day)]
    return sorted(found, key=lambda each: each.county)


def upcoming(current: Prefecture, day: date) -> list[Source]:
    """The decisions that take effect on a later day, by their days."""
    ahead = [each for each in current.about_windows() if each.effective_on]
    return sorted(
        (each for each in ahead if each.effective_on and each.effective_on > day),
        key=lambda each: (each.effective_on or day, each.version),
    )


def _class(current: Prefecture, day: date) -> Fact:
    title = Title("交通管控类别", "Class of traffic control")
    held = [each for each in current.classes if each.effective_on <= day]
    if not held:
        return Fact(title, None)
    last = max(held, key=lambda each: each.effective_on)
    since = None if last.effective_on == date.min else last.effective_on
    return Fact(title, class_title(last.region_class), since, last.source)


def _step(current: Prefecture, day: date) -> Fact:
    title = Title("恢复步骤", "Step of reopening")
    held = current.step_decided(day)
    if held is None:
        return Fact(title, NEVER)
    since = None if held.effective_on == date.min else held.effective_on
    return Fact(title, held.step.words, since, held.source)


def _list(current: Prefecture, day: date) -> Fact:
    title = Title("第三步恢复清单", "List of the third step")
    listed = current.listed(day)
    if listed is None:
        return Fact(title, None)
    names = [business_title(code) for code in listed.services]
    value = Title("、".join(each.zh for each in names), ", ".join(each.en for each in names))
    return Fact(title, value, listed.effective_on, listed.source)


def _standing(current: Prefecture, region: str, day: date) -> Iterator[OfficeStanding]:
    for office in OFFICES.values():
        groups = [group for group in WindowGroup if group in DONE_AT[office.kind]]
        if office.region_code != region or not groups:
            continue
        rulings = {group: openness(current, office, group, day) for group in groups}
        opened = tuple(group for group in groups if rulings[group].open)
        closed = tuple(group for group in groups if not rulings[group].open)
        first: Sequence[WindowGroup] = opened or closed
        yield OfficeStanding(office, opened, closed, rulings[first[0]])


def windows_changed(
    before: Prefecture, after: Prefecture, region: str, day: date
) -> list[tuple[OfficeRecord, tuple[WindowGroup, ...], tuple[WindowGroup, ...]]]:
    """The offices whose windows a decision opens or closes on the day, with the groups of each."""
    changed = []
    pairs = zip(offices(before, region, day), offices(after, region, day), strict=True)
    for was, becomes in pairs:
        opens = tuple(each for each in becomes.opened if each not in was.opened)
        closes = tuple(each for each in was.opened if each not in becomes.opened)
        if opens or closes:
            changed.append((becomes.office, opens, closes))
    return changed
