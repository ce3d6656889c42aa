"""Why a decision about windows is not taken."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class RegionUnknown(Invalid):
    """There is no such prefecture, or the command went to the stream of another one."""

    region: str


@dataclass(kw_only=True)
class NotTheDetachment(Forbidden):
    """About the windows of a city its traffic police detachment decides: ``body``, by its id."""

    region: str
    body: str


@dataclass(kw_only=True)
class OtherPrefecture(Forbidden):
    """A prefecture moves its own cases: its vehicle office does, or the detachment above it."""

    region: str


@dataclass(kw_only=True)
class EffectiveInThePast(Invalid):
    """Nobody decides afterwards what was open on a past day."""

    earliest: date


@dataclass(kw_only=True)
class StepOutOfOrder(Conflict):
    """A class-two prefecture takes the four steps one after the other."""

    expected: str


@dataclass(kw_only=True)
class StepNotEarlier(Conflict):
    """Only a step that has been passed is gone back to. ``choices`` are those."""

    choices: list[str]


@dataclass(kw_only=True)
class NotOfThisClass(Conflict):
    """Steps are for class two. Local openings are for class one, and before there is a class."""

    region_class: int | None
    required: int


@dataclass(kw_only=True)
class CountyOfficeUnknown(Invalid):
    """``choices`` are the county offices of the prefecture."""

    office: str
    choices: list[str]


@dataclass(kw_only=True)
class WindowsUnknown(Invalid):
    """``choices`` are the offices of the prefecture itself. A county office has a decision."""

    offices: list[str]
    choices: list[str]


@dataclass(kw_only=True)
class CaseworkOfficeUnknown(Invalid):
    """``choices`` are the offices of the prefecture whose officers decide cases."""

    office: str
    choices: list[str]


@dataclass(kw_only=True)
class BusinessUnknown(Invalid):
    """``choices`` are the codes of the services and of their groups."""

    services: list[str]
    choices: list[str]


@dataclass(kw_only=True)
class PersonNamed(Invalid):
    """A number as long as that of a telephone or an identity card stands in a public text."""

    pointer: str
