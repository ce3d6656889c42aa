"""All that a page shows an applicant of one of his applications."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from api.actions import slug
from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.kit.penalty_sheet import PenaltySheet, penalty_sheet
from api.pages.kit.person_rows import person_rows
from api.pages.kit.sealed_parts import SEALED_PARTS
from api.pages.kit.six_steps import SixSteps, six_steps
from api.pages.kit.way import way_of
from api.problems import Problem
from api.usual_times import UsualTime
from api.views.own_view import OwnView, own_view
from api.views.tracking import TrackingView, shown_to_applicant, what_happened
from domain.case.by_rank import slot_of
from domain.case.case import CASE
from domain.case.instruments.instrument import Instrument, instruments_of
from domain.case.overlays.commands import WithdrawCase
from domain.case.remedies.commands import FileReconsideration
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.door.attempt import Opened
from domain.recorded_event import RecordedEvent
from domain.services.service import Service
from domain.titles import Title
from projections.accesses.row import accessed
from projections.tracking.row import fold
from projections.tracking.timeline import said_by

_ASKED_ONCE: Final = {slug(type(each)): each for each in (WithdrawCase(), FileReconsideration())}
"""Whoever has asked for it already waits for the answer, and asking again would do nothing."""


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """``possible`` are the acts that he may do as things stand, by the last steps of the
    addresses that they have for programs.
    """

    opened: Opened[Case]
    history: Sequence[RecordedEvent]
    service: Service[Any]
    at: Circumstances
    told: TrackingView
    way: list[dict[str, Any]]
    people: list[tuple[str, list[tuple[str, str]]]]
    unopened: list[str]
    steps: SixSteps | None
    possible: frozenset[str]
    looks: list[OwnView]
    looked: int
    usual: UsualTime | None
    waits: Title | None
    penalty: PenaltySheet | None

    @property
    def examined(self) -> bool:
        """Whether it asks for a place in an examination."""
        return slot_of(self.opened.state) is not None

    @property
    def instruments(self) -> Sequence[Instrument]:
        """The papers that he holds, the latest first."""
        return instruments_of(self.history)[::-1]

    def carried_out(self, command: UUID, language: Language) -> str | None:
        """What came of a command of his. None for one that did nothing in this case."""
        document = self.service.document or self.service.title
        return next(
            (
                what_happened(type(each.event).__name__, document).text(language)
                for each in self.history
                if each.envelope.cause == command
            ),
            None,
        )

    def since(self, version: int, language: Language) -> list[tuple[str, RecordedEvent]]:
        """What happened after the version that he saw, as far as applicants are told of it."""
        document = self.service.document or self.service.title
        return [
            (what_happened(type(each.event).__name__, document).text(language), each)
            for each in self.history
            if each.version > version and said_by(type(each.event)).is_shown
        ]


async def own_sheet(desk: Desk, applicant: Identity, case: UUID, language: Language) -> OwnSheet:
    """Raises 404 for a case that is not his."""
    opened, history = await desk.door.open(CASE, case, applicant.actor)
    row = fold(None, history)
    if row is None:
        raise Problem("not-found", 404)
    told = await shown_to_applicant(desk, row, language)
    async with read_connection(desk) as reading:
        looked = await accessed(reading, case)
        waits = await desk.centre_waits.refresh(reading, desk.today)
        usual = (await desk.usual_times.refresh(reading, desk.today)).near(row.service, row.office)
    at = desk.door.circumstances(opened, applicant.actor, applicant.id_indexes)
    service = desk.catalogue[opened.state.service]
    return OwnSheet(
        opened=opened,
        history=history,
        service=service,
        at=at,
        told=told,
        way=way_of(told, language),
        people=person_rows(told["parts"], language),
        unopened=[SEALED_PARTS[name].text(language) for name in told["unopened"]],
        steps=six_steps(opened.state, service, language),
        possible=frozenset(
            name
            for name in desk.actions.possible(CASE, opened.state, at)
            if name not in _ASKED_ONCE or CASE.decide(opened.state, _ASKED_ONCE[name], at).events
        ),
        looks=[own_view(each, language) for each in looked.looks] if looked else [],
        looked=looked.times if looked else 0,
        usual=usual,
        waits=waits.told(row.office, row.standing.stage),
        penalty=await penalty_sheet(desk, opened.state, language),
    )
