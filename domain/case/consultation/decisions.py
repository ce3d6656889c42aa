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


def record_extract(
    current: Case, command: commands.RecordExtract, at: Circumstances
) -> Sequence[CaseEvent]:
    """Puts the extract on record. What an officer has recorded before stays as he found it."""
    results = [each for each in command.results if each.check not in current.checks]
    return [
        events.RegisterConsulted(as_of=command.as_of),
        *recorded(current, results, CheckSource.REGISTER, at, as_of=command.as_of),
    ]


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.RecordExtract,
        at={Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_REVIEW},
        by=SYSTEM,
        decide=record_extract,
        when=lambda case: case.consulted_at is None,
        act=OfficialAct.CHECK,
    ),
)
