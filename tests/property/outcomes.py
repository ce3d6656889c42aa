"""Cases whose outcomes change a record: decided, reopened and revoked by ever other officers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.production.events import CaseClosed
from domain.case.remedies.commands import ReopenCase, RevokeDecision
from domain.case.remedies.reasons import ReopeningCause
from domain.case.review.commands import ApproveCase, RecordCheck, RefuseCase, StartReview
from domain.case.review.events import RegisterChangesOrdered
from domain.case.stage import Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.people import Actor, Role
from domain.reaction import Cause
from domain.services.catalogue import CATALOGUE


@dataclass
class Applied:
    """A case about the record. Its officers are new ones each time it is looked at.

    It is ``approved`` until it is refused or revoked, and also while it is decided anew.
    """

    stream: UUID
    service: str
    state: Case = field(default_factory=Case)
    version: int = 0
    officers: int = 0
    approved: bool = False

    def gives(self, by: Actor, command: Command, now: datetime) -> Iterator[Cause[Any]]:
        """The causes of what follows in the record."""
        at = Circumstances(now, by, self.stream, CATALOGUE, Calendar())
        yield from self.happened(CASE.decide(self.state, command, at).events)

    def happened(self, events: Sequence[Event]) -> Iterator[Cause[Any]]:
        for event in events:
            self.state, self.version = CASE.evolve(self.state, event), self.version + 1
            if isinstance(event, RegisterChangesOrdered):
                yield Cause(self.stream, self.version, event)

    def acts(self, act: str, now: datetime) -> Iterator[Cause[Any]]:
        self.officers += 1
        leader = Actor(Role.SUPERVISOR, f"leader-{self.officers}", "410100")
        clerk = Actor(Role.CLERK, f"clerk-{self.officers}", "410100")
        stage = self.state.stage
        match act:
            case "approve" | "refuse" if stage in {Stage.SUBMITTED, Stage.ACCEPTED}:
                if stage is Stage.SUBMITTED:
                    yield from self.gives(clerk, AcceptCase(), now)
                yield from self.gives(leader, StartReview(), now)
                service = CATALOGUE[self.service]
                if act == "refuse":
                    self.approved = False
                    yield from self.gives(leader, RefuseCase(codes=service.reasons[:1]), now)
                    return
                for check in service.checks:
                    yield from self.gives(leader, RecordCheck(check=check.code, passed=True), now)
                self.approved = True
                yield from self.gives(leader, ApproveCase(), now)
                if self.state.stage is Stage.APPROVED:
                    yield from self.happened([CaseClosed()])
            case "reopen" if stage in {Stage.COMPLETED, Stage.REFUSED}:
                cause = ReopeningCause.OWN_CORRECTION
                yield from self.gives(leader, ReopenCase(cause=cause), now)
            case "revoke" if stage is Stage.COMPLETED:
                self.approved = False
                codes = CATALOGUE[self.service].reasons[:1]
                yield from self.gives(leader, RevokeDecision(codes=codes), now)
