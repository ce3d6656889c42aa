"""The checker: asks the register about every case, and carries through what it can decide alone.

What the register says is put on record. A case of an automatic service whose checks have all
passed is accepted and approved by the system. An appointment is confirmed against which none
speaks, and a booking that is given a place by rank joins the ranking. Any other waits for an
officer, who records what the register could not say: no program refuses anybody. While the
register is away cases wait.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence, Set
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from domain.case.appointment.commands import ConfirmBooking
from domain.case.by_rank import in_ranking, may_join
from domain.case.case import CASE
from domain.case.consultation.commands import RecordExtract
from domain.case.examination.commands import JoinRanking
from domain.case.intake.commands import AcceptCase
from domain.case.penal import is_penal
from domain.case.penalty.checks import next_by_itself
from domain.case.rest import is_left_alone
from domain.case.review.answer import asked_before, is_outdated, records
from domain.case.review.commands import ApproveCase, CheckResult, StartReview
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseCommand
from domain.door.attempt import Opened
from domain.door.door import Door
from domain.door.request import own_request as request
from domain.event_store.reactions.postponed import held
from domain.event_store.reactions.reached import reached
from domain.event_store.transaction import Connection
from domain.people import system
from domain.register.port import RegisterAway
from domain.services.catalogue import EVERY_SERVICE
from domain.services.facts import Facts
from domain.services.service import Service
from projections.caseload.checking import (
    forget_what_moved,
    to_ask_again,
    to_check,
    to_check_again,
)
from workers.consultation import Consultation, Consulted
from workers.interval import every
from workers.record_change import last_change
from workers.trial import tried

NAME: Final = "checker"
AWAY: Final = "register-away"
"""Why a case waits about which the register did not answer."""
PAGE = 200
"""How many cases one look takes up, and as many again of those that were set aside."""
_EVERY_S: Final = 0.5
_BY_ITSELF: Final[Mapping[Stage, CaseCommand]] = MappingProxyType(
    {
        Stage.SUBMITTED: AcceptCase(),
        Stage.ACCEPTED: StartReview(),
        Stage.IN_REVIEW: ApproveCase(),
    }
)
_LOOKED_AT: Final = _BY_ITSELF.keys() | {Stage.FACTS_SHOWN}


async def run(
    url: str,
    door: Door,
    consultation: Consultation,
    stop: asyncio.Event,
    behind: Collection[str] = (),
) -> None:
    """Looks for cases twice a second, until ``stop`` is set.

    It stays ``behind`` the reactions of these names, by which outcomes reach the register: a
    case that was submitted after an outcome is judged by a register that knows of it.
    """
    services = [service.code for service in EVERY_SERVICE.values() if service.automatic]
    booked = [each.code for each in EVERY_SERVICE.values() if each.facts.slot is not Facts.slot]

    async def look(connection: Connection) -> None:
        await work_off(connection, door, consultation, services, behind, booked)

    await every(_EVERY_S, url, look, stop)


async def work_off(
    connection: Connection,
    door: Door,
    consultation: Consultation,
    automatic: Sequence[str],
    behind: Collection[str] = (),
    booked: Sequence[str] = (),
) -> int:
    """Tries the oldest cases that wait, and how many it came to an end with.

    One that fails steps aside, and is tried again ever more seldom: what stands behind it
    does not wait. While the register counts as away all wait where they are.
    """
    upto = await reached(connection, behind) if behind else None
    waits = frozenset().union(*(await held(connection, behind)).values())
    new = await to_check(connection, NAME, automatic, PAGE, upto, booked)
    outdated = await to_ask_again(connection, NAME, asked_before(door.clock()), PAGE)
    old = await to_check_again(connection, NAME, PAGE)
    through = 0
    for case, task in dict.fromkeys((*new, *outdated, *old)):
        if consultation.away:
            break
        work = check(door, case, consultation, waits, upto)
        through += await tried(connection, NAME, case, task, work)
    await forget_what_moved(connection, NAME)
    return through


async def check(
    door: Door,
    case: UUID,
    consultation: Consultation,
    waits: Set[UUID] = frozenset(),
    upto: int | None = None,
) -> str | None:
    """Asks the register, and carries the case through if it may. Says why it did not, if so.

    For the vehicles and licences in ``waits`` an outcome is still to be carried out, and so it is
    for any that has changed behind the position ``upto``. What was asked before is asked again
    if it no longer serves.
    """
    opened = await _open(door, case)
    if opened.state.stage not in _LOOKED_AT or in_ranking(opened.state):
        return None
    changed = await last_change(door, opened.state)
    overtaken = changed is not None and changed.overtakes(opened.state)
    if overtaken or is_outdated(opened.state, door.clock()):
        behind = changed is not None and upto is not None and changed.position > upto
        if behind or not waits.isdisjoint(records(opened.state)):
            return "register-behind"
        try:
            judged = await consultation(case, opened.state)
        except RegisterAway:
            return AWAY
        if await last_change(door, opened.state) != changed:
            return "register-behind"
        opened = await _give(door, case, opened, extract(judged))
    if may_join(opened.state) and not is_left_alone(opened.state):
        await _give(door, case, opened, JoinRanking())
        return None
    service = EVERY_SERVICE[opened.state.service]
    if opened.state.appointment is not None:
        return await _confirm(door, case, opened)
    if not service.automatic:
        return None
    while command := following(opened.state, service):
        opened = await _give(door, case, opened, command)
    return None if opened.state.stage not in _LOOKED_AT else "left-to-an-officer"


async def _confirm(door: Door, case: UUID, opened: Opened[Case]) -> str | None:
    """Confirms a booking against which no check speaks."""
    if opened.state.stage is not Stage.SUBMITTED:
        return None
    if not may_confirm(opened.state):
        return "left-to-an-officer"
    await _give(door, case, opened, ConfirmBooking())
    return None


def may_confirm(current: Case) -> bool:
    """Whether the case has a seat, and nothing that the register says speaks against it."""
    has_seat = current.appointment is not None and current.appointment.number is not None
    return has_seat and all(current.checks.values()) and not is_left_alone(current)


def extract(judged: Consulted) -> RecordExtract:
    """The command that puts on record what the register could say."""
    results = tuple(
        CheckResult(check, passed)
        for check, passed in judged.verdicts.items()
        if passed is not None
    )
    holders = tuple(sorted(judged.holders))
    return RecordExtract(
        as_of=judged.as_of, results=results, holders=holders, learner=judged.learner
    )


def following(current: Case, service: Service[Any]) -> CaseCommand | None:
    """What the system does next with a case that no officer has touched, if all checks passed.

    A case that is in review without a reviewer has left the hands of an officer. One that was
    reopened begins anew with other officers, and never with what decided it before. One that
    rests, or that its applicant wishes to withdraw, waits for an officer's word.
    """
    if is_left_alone(current):
        return None
    if is_penal(current):
        return next_by_itself(current, service)
    others = {current.accepted_by, current.reviewer} - {None, NAME}
    given_up = current.stage is Stage.IN_REVIEW and current.reviewer is None
    if others or given_up or current.barred_reviewers:
        return None
    if not all(current.checks.get(each.code) for each in service.checks):
        return None
    return _BY_ITSELF.get(current.stage)


async def _give(door: Door, case: UUID, opened: Opened[Case], command: CaseCommand) -> Opened[Case]:
    """Gives the command to the case as it stands, and returns it as it stands then."""
    await door.handle(CASE, case, command, request(NAME, case, opened.version, command))
    return await _open(door, case)


async def _open(door: Door, case: UUID) -> Opened[Case]:
    return (await door.open(CASE, case, system(NAME)))[0]
