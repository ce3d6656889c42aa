"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.case.grounds import WarningLevel
from domain.refusal import Conflict, Forbidden


@dataclass(kw_only=True)
class WarningNotDue(Conflict):
    """The case does not wait for that day, or there is time enough."""

    clock: str


@dataclass(kw_only=True)
class WarningGoesHigher(Forbidden):
    """It was reported to somebody above the caller, who answers himself."""

    level: WarningLevel
