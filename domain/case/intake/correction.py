"""The correction: all that is wrong is told at once, and all of it is put right (ALL art. 32)."""

from collections import Counter
from collections.abc import Sequence

from domain.case.at_his_window import entered_by
from domain.case.intake import commands, events
from domain.case.intake.askable import askable, can_be_supplied
from domain.case.intake.refusals import (
    CorrectionAlreadyRequested,
    CorrectionCannotBeSupplied,
    CorrectionIncomplete,
    DefectToldTwice,
)
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock


def request_correction(
    current: Case, command: commands.RequestCorrection, at: Circumstances
) -> Sequence[CaseEvent]:
    """Every place that it names is one that the applicant can answer, and is named once."""
    told = Counter(command.defects)
    if twice := sorted({defect.where for defect, times in told.items() if times > 1}):
        raise DefectToldTwice(places=twice)
    places = {defect.where for defect in command.defects}
    choices = askable(current, at)
    if places.difference(choices):
        raise CorrectionCannotBeSupplied(places=sorted(places.difference(choices)), choices=choices)
    if current.corrections and (current.corrections > 1 or not places <= current.correction_places):
        raise CorrectionAlreadyRequested(places=sorted(current.correction_places))
    return [
        events.CorrectionRequested(
            defects=command.defects,
            reply_by=at.due(Clock.CORRECTION_REPLY),
            note=command.note,
        )
    ]


def supply_correction(
    current: Case, command: commands.SupplyCorrection, at: Circumstances
) -> Sequence[CaseEvent]:
    """The correction is complete, as far as what was asked for can be supplied at all."""
    supplied = {paper.kind for paper in command.papers} | {f"/{part}" for part in command.sealed}
    asked = filter(can_be_supplied, current.correction_places)
    if missing := set(asked) - supplied:
        raise CorrectionIncomplete(places=sorted(missing))
    back = current.before_correction or Stage.SUBMITTED
    begins_anew = back is Stage.SUBMITTED
    return [
        events.CorrectionSupplied(
            stage=back,
            papers=command.papers,
            sealed=command.sealed,
            accept_by=at.due(Clock.ACCEPT_1) if begins_anew else None,
            correction_notice_by=at.due(Clock.CORRECTION_NOTICE) if begins_anew else None,
            received_on=at.today,
            destination_region=command.destination_region,
            taken_in_by=entered_by(at),
        )
    ]
