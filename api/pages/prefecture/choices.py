"""From what whoever decides chooses: the steps, services and offices that are possible."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from domain.message import Command
from domain.offices.business import DONE_AT, WindowGroup
from domain.offices.office import CASEWORK_KINDS, OfficeKind, OfficeRecord
from domain.offices.transfer_reason import TransferReason
from domain.offices.tree import OFFICES
from domain.prefectures import commands
from domain.prefectures.grounds import RiskGrade
from domain.prefectures.state import Prefecture
from domain.prefectures.step import Step, TrafficClass
from domain.services.catalogue import EVERY_SERVICE
from domain.titles import Title

Options = Sequence[tuple[str, Title]]


class OptionGroup(NamedTuple):
    """Further options, which unfold."""

    title: Title
    options: Options


Choices = tuple[Options, Sequence[OptionGroup]]

NAMED: Final[Mapping[str, str]] = {
    "step": "one",
    "region_class": "one",
    "grade": "one",
    "county_class": "one",
    "services": "many",
    "offices": "many",
}
"""How a choice is put. Of others there may be so many that they stand in a list."""
CLASSES: Final[Options] = (
    ("1", Title("一类地区", "class one")),
    ("2", Title("二类地区", "class two")),
)
_FORWARD: Final = tuple(Step)[1:]


def choices_of(name: str, command: type[Command], current: Prefecture, region: str) -> Choices:
    """The options of a field. What is chosen is judged by the decision itself."""
    match name:
        case "step":
            return _steps(command, current), ()
        case "region_class" | "county_class":
            return CLASSES, ()
        case "grade":
            return [(each, each.words) for each in RiskGrade], ()
        case "reason":
            return [(each, each.words) for each in TransferReason], ()
        case "services":
            return [(group, group.words) for group in WindowGroup], [*_single_services()]
        case "offices":
            return _titled(each for each in _of(region) if _has_windows(each)), ()
        case "office":
            return _titled(each for each in _of(region) if _is_county(each)), ()
        case _:
            return _titled(each for each in _of(region) if each.kind in CASEWORK_KINDS), ()


def business_title(code: str) -> Title:
    """A service or a group of services, as decisions name them."""
    if code in set(WindowGroup):
        return WindowGroup(code).words
    service = EVERY_SERVICE.get(code)
    return service.title if service else Title(code, code)


def class_title(region_class: int) -> Title:
    return dict(CLASSES)[str(region_class)]


def fits(command: type[Command], classes: set[int | None]) -> bool:
    """Whether it is a decision of one of these classes: steps are for class two alone.

    A city without a class decides as one of class one does.
    """
    of = _CLASS.get(command)
    return of is None or of in (classes or {TrafficClass.ONE})


def _steps(command: type[Command], current: Prefecture) -> Options:
    """The next step after the last that was decided, or those that were passed."""
    last = current.taken[-1].step if current.taken else Step.SUSPENDED
    place = tuple(Step).index(last)
    steps = tuple(Step)[1:place] if command is commands.TakeStepBack else _FORWARD[place:][:1]
    return [(each, each.words) for each in steps]


def _single_services() -> Iterator[OptionGroup]:
    for group in WindowGroup:
        found = [
            (code, each.title)
            for code, each in EVERY_SERVICE.items()
            if each.at_window and each.window is group
        ]
        if found:
            yield OptionGroup(group.words, found)


def _of(region: str) -> Iterator[OfficeRecord]:
    return (office for office in OFFICES.values() if office.region_code == region)


def _has_windows(office: OfficeRecord) -> bool:
    return not office.county_code and bool(DONE_AT[office.kind])


def _is_county(office: OfficeRecord) -> bool:
    return office.kind is OfficeKind.COUNTY_OFFICE


def _titled(offices: Iterator[OfficeRecord]) -> Options:
    return [(office.id, office.title) for office in offices]


_CLASS: Final[Mapping[type[Command], int]] = {
    commands.TakeStep: TrafficClass.TWO,
    commands.TakeStepBack: TrafficClass.TWO,
    commands.ListThirdStepServices: TrafficClass.TWO,
    commands.OpenWindowsLocally: TrafficClass.ONE,
    commands.CloseWindowsLocally: TrafficClass.ONE,
}
