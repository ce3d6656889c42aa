"""Why precautions are not decided."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Forbidden, Invalid


@dataclass(kw_only=True)
class MeasuresOfTheDetachment(Forbidden):
    """Only the detachment of the prefecture and the headquarters decide, and no such prefecture
    decides anything."""

    region: str


@dataclass(kw_only=True)
class MeasuresOfThePast(Invalid):
    """What was kept on days that are over stays as it was."""

    earliest: date
