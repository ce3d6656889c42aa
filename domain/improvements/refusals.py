"""Why something is not entered in the register, moved or closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.refusal import Forbidden, Invalid


@dataclass(kw_only=True)
class ImprovementOfTheDetachment(Forbidden):
    """Only the detachment of the prefecture and the headquarters keep its register."""

    region: str


@dataclass(kw_only=True)
class ImprovementResponsibleElsewhere(Invalid):
    """No such office belongs to the prefecture, so it cannot put the problem right."""

    responsible: str
    region: str


@dataclass(kw_only=True)
class ImprovementDuePast(Invalid):
    """The last day is over already."""

    earliest: date


@dataclass(kw_only=True)
class ImprovementNamesSomebody(Invalid):
    """A text has a number in it by which a person is known or called."""

    fields: Sequence[str]
