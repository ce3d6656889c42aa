"""The register speaks before any officer does, and never in his place."""

from collections.abc import Sequence
from typing import Any, Final

from domain.aggregate import Decision
from domain.case.consultation import commands, events
from domain.case.review.reasons import CheckSource
from domain.case.review.results import recorded
from domain.case.roles import SYSTEM
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.conflict import OfficialAct
from domain.refusal import NotAsThingsStand


def record_extract(
    current: Case, command: commands.RecordExtract, at: Circumstances
) -> Sequence[CaseEvent]:
    """Puts the extract on record, if it tells more than the one before it.

    What an officer has recorded before stays as he found it. A clock of the register that runs
    ahead makes no answer younger than it is.
    """
    as_of = min(command.as_of, at.now)
    if current.consulted_at and as_of <= current.consulted_at:
        raise NotAsThingsStand(command=type(command).__name__)
    found_by_officers = current.checks.keys() - current.from_register
    results = [each for each in command.results if each.check not in found_by_officers]
    return [
        events.RegisterConsulted(as_of=as_of, holders=command.holders, learner=command.learner),
        *recorded(current, results, CheckSource.REGISTER, at, as_of=as_of),
    ]


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.RecordExtract,
        at={Stage.SUBMITTED, Stage.FACTS_SHOWN, Stage.ACCEPTED, Stage.IN_REVIEW},
        by=SYSTEM,
        decide=record_extract,
        act=OfficialAct.CHECK,
    ),
)
