"""A deadline of the office that comes near is told to whoever handles the case, on its day to the
head of the office, and afterwards to the city. Whoever is told says what he does about it.
"""

from collections.abc import Sequence
from typing import Any, Final

from domain.aggregate import Decision
from domain.case.grounds import WarningLevel
from domain.case.roles import LEADERS, OFFICERS, SYSTEM
from domain.case.stage import OPEN
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.case.warnings import commands, events
from domain.case.warnings.refusals import WarningGoesHigher, WarningNotDue
from domain.case.warnings.standing import level_on, may_be_warned_of, standing_warning
from domain.circumstances import Circumstances
from domain.offices.tree import HEADQUARTERS, detachment_of, prefecture_of
from domain.refusal import NotAsThingsStand

_ORDER: Final = tuple(WarningLevel)


def raise_warning(
    current: Case, command: commands.RaiseDeadlineWarning, at: Circumstances
) -> Sequence[CaseEvent]:
    """Never early, and each level once. If a level was missed, the next one is told at once."""
    level = level_on(command.clock, command.due_on, at.today, at.calendar)
    if level is None or not may_be_warned_of(current, command.clock, command.due_on):
        raise WarningNotDue(clock=command.clock)
    before = standing_warning(current)
    if (
        before
        and before.clock == command.clock
        and _ORDER.index(level) <= _ORDER.index(before.level)
    ):
        return []
    return [events.DeadlineWarningRaised(clock=command.clock, due_on=command.due_on, level=level)]


def answer_warning(
    current: Case, command: commands.AnswerDeadlineWarning, at: Circumstances
) -> Sequence[CaseEvent]:
    warning = standing_warning(current)
    if warning is None:
        raise NotAsThingsStand(command=type(command).__name__)
    return [
        events.DeadlineWarningAnswered(
            clock=warning.clock,
            measure=command.measure,
            done_by=command.done_by,
            officer=at.by.person,
        )
    ]


def _is_unanswered(current: Case) -> bool:
    warning = standing_warning(current)
    return warning is not None and warning.answered is None


def _told_of_it(current: Case, at: Circumstances) -> None:
    """Only he answers to whom it was reported, or somebody above him."""
    warning = standing_warning(current)
    if warning is None or warning.level is WarningLevel.DUE_TOMORROW:
        return
    region = prefecture_of(current.office)
    city = {region, detachment_of(region), HEADQUARTERS}
    is_head = at.by.role in LEADERS
    if not is_head or (warning.level is WarningLevel.OVERDUE and at.by.office not in city):
        raise WarningGoesHigher(level=warning.level)


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(commands.RaiseDeadlineWarning, at=OPEN, by=SYSTEM, decide=raise_warning),
    Decision(
        commands.AnswerDeadlineWarning,
        at=OPEN,
        by=OFFICERS,
        decide=answer_warning,
        when=_is_unanswered,
        who=_told_of_it,
    ),
)
