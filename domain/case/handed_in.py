"""The documents that a case names, in the order in which they were handed in."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from domain.case.intake.events import CaseSubmitted, CorrectionSupplied
from domain.case.overlays.events import EscalationRequested
from domain.recorded_event import RecordedEvent
from domain.services.facts import Paper


class HandedIn(NamedTuple):
    """A paper, and when it was handed in."""

    paper: Paper
    at: datetime


def handed_in(history: Iterable[RecordedEvent]) -> list[HandedIn]:
    """All papers, also those that were replaced by a correction."""
    found = []
    for recorded in history:
        event = recorded.envelope.event
        for paper in papers_in(event):
            found.append(HandedIn(paper, recorded.envelope.at))
    return found


def papers_in(event: object) -> tuple[Paper, ...]:
    """The papers that an event names."""
    match event:
        case CaseSubmitted(facts=facts):
            return facts.papers
        case CorrectionSupplied(papers=papers) | EscalationRequested(papers=papers):
            return papers
    return ()
