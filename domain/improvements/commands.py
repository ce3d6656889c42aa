"""Commands to an improvement."""

from typing import Annotated

import msgspec

from domain.improvements.area import ImprovementArea
from domain.improvements.texts import RegisterText
from domain.message import Command
from domain.plausible import TakesEffect
from domain.spelling import OfficeId, RegionCode


class ImprovementCommand(Command, frozen=True, kw_only=True):
    """A request to the register of a prefecture."""


class EnterImprovement(ImprovementCommand, frozen=True, kw_only=True):
    """Enter a problem, what is done about it, by which office, and until which day."""

    region: RegionCode
    area: ImprovementArea
    problem: RegisterText
    action: RegisterText
    responsible: Annotated[OfficeId, msgspec.Meta(examples=["410100"])]
    due_on: TakesEffect


class MoveImprovementDue(ImprovementCommand, frozen=True, kw_only=True):
    """Give it another last day, and say why."""

    due_on: TakesEffect
    reason: RegisterText


class CloseImprovement(ImprovementCommand, frozen=True, kw_only=True):
    """Say that the problem is put right, and what was learned from it."""

    learned: RegisterText
