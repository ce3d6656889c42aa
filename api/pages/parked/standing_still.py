"""What stands still, of all three kinds, as far as whoever looks may see it."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.parked import words
from api.problems import Problems
from domain.access import offices_of
from domain.choice import Choice
from domain.event_store import set_aside
from domain.event_store.reactions import postponed
from domain.people import Role
from domain.services.catalogue import EVERY_SERVICE
from projections.caseload.queries import CaseOfStream, cases_of
from projections.engine.parking import parked


class StandsIn(Choice):
    """Which part of the service could not go on."""

    READ_MODEL = "read-model", "读模型", "Read models"
    WORKER = "worker", "后台处理", "Workers"
    REACTION = "reaction", "后续处理", "What follows elsewhere"


class Standstill(NamedTuple):
    """``again_at`` is when it is tried again by itself, and None where only somebody does that."""

    kind: StandsIn
    name: str
    title: str
    stream: UUID
    reference: str | None
    service: str | None
    why: str
    tries: int | None
    since: datetime
    again_at: datetime | None


async def standing_still(
    desk: Desk, problems: Problems, identity: Identity, language: Language
) -> list[Standstill]:
    """Headquarters see everything. A duty leader sees the cases of his offices."""
    async with read_connection(desk) as reading:
        read_models = await parked(reading, desk.read_models)
        workers = await set_aside.listed(reading)
        reactions = await postponed.listed(reading, desk.reactions)
        streams = {each.stream for each in read_models} | {each.stream for each in workers}
        known = await cases_of(reading, streams | {each.target for each in reactions})
    seen = _Seen(identity, known)
    return [
        *(
            seen.line(
                StandsIn.READ_MODEL,
                each.projection,
                words.of_read_model(each.projection, language),
                each.stream,
                words.why(each.error, words.UNREADABLE, language),
                None,
                each.since,
                None,
                language,
            )
            for each in read_models
            if seen.may(each.stream)
        ),
        *(
            seen.line(
                StandsIn.WORKER,
                each.worker,
                words.of_worker(each.worker, language),
                each.stream,
                words.why(each.why, words.FAILED, language),
                each.tries,
                each.since,
                each.again_at,
                language,
            )
            for each in workers
            if seen.may(each.stream)
        ),
        *(
            seen.line(
                StandsIn.REACTION,
                each.name,
                each.name,
                each.target,
                _refusal(problems, each.refusal, language),
                each.tries,
                each.since,
                each.again_at,
                language,
            )
            for each in reactions
            if seen.may(each.target)
        ),
    ]


class _Seen:
    def __init__(self, identity: Identity, known: Iterable[CaseOfStream]) -> None:
        self._all = identity.actor.role is Role.HQ
        self._offices = frozenset(offices_of(identity.actor))
        self._known = {each.stream: each for each in known}

    def may(self, stream: UUID) -> bool:
        case = self._known.get(stream)
        return self._all or (case is not None and case.office in self._offices)

    def line(
        self,
        kind: StandsIn,
        name: str,
        title: str,
        stream: UUID,
        why: str,
        tries: int | None,
        since: datetime,
        again_at: datetime | None,
        language: Language,
    ) -> Standstill:
        case = self._known.get(stream)
        service = EVERY_SERVICE[case.service].title.text(language) if case else None
        reference = case.reference if case else None
        return Standstill(
            kind, name, title, stream, reference, service, why, tries, since, again_at
        )


def _refusal(problems: Problems, code: str, language: Language) -> str:
    described = problems.describe(code, language)
    return described.title if described else words.why(code, words.FAILED, language)
