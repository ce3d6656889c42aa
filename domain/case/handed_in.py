"""The documents that a case names, in the order in which they were handed in."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, NamedTuple

from domain.case.intake.events import CaseSubmitted, CorrectionSupplied
from domain.case.overlays.events import EscalationRequested
from domain.recorded_event import RecordedEvent
from domain.services.facts import Paper

NAMING: Final = (CaseSubmitted, CorrectionSupplied, EscalationRequested)
"""The events that name documents."""


class HandedIn(NamedTuple):
    """A paper, and when it was handed in."""

    paper: Paper
    at: datetime


def handed_in(history: Iterable[RecordedEvent]) -> list[HandedIn]:
    """All papers, also those that were replaced by a correction."""
    return [
        HandedIn(paper, recorded.envelope.at)
        for recorded in history
        for paper in papers_in(recorded.envelope.event)
    ]


def papers_in(event: object) -> tuple[Paper, ...]:
    """The papers that an event names."""
    match event:
        case CaseSubmitted(facts=facts):
            return facts.papers
        case CorrectionSupplied(papers=papers) | EscalationRequested(papers=papers):
            return papers
    return ()
