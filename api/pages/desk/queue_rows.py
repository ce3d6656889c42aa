"""The rows of a queue: which case, whose, until when, and who has it in hand."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec

from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.masking import masked_form
from api.pages.desk.queue_lines import TimeLeft, time_left
from api.pages.kit.places import office_text
from api.security.events import STREAMS_LISTED
from api.security.log import noted
from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.stage import UNDECIDED, Stage
from domain.event_store.handed_out import holders
from domain.people import Actor, Role
from domain.services.catalogue import EVERY_SERVICE
from domain.services.sealed_fields import SEALED_FIELDS
from domain.titles import Title
from projections.caseload.queries import Entry
from projections.tracking.headings import CaseHeading, headings

_CALENDAR: Final = Calendar()
_APPLICANT: Final = "applicant"
_PARTS: Final = (
    _APPLICANT,
    *(part for part, fields in SEALED_FIELDS.items() if "plate_no" in fields),
)
"""The parts of a form that a row is read off: whose case it is, and about which vehicle."""
_NOBODY: Final = Title("待领取", "Nobody yet")
_APPLICANT_S: Final = Title("待申请人办理", "The applicant")
_OUTSIDE: Final[Mapping[str, Title]] = {
    **dict.fromkeys(
        (
            *(Stage.PAYMENT_PENDING, Stage.CORRECTION_REQUESTED, Stage.ON_SITE_REQUIRED),
            *(Stage.RETURNED, Stage.READY_FOR_PICKUP),
        ),
        _APPLICANT_S,
    ),
    Stage.IN_POST: Title("邮政寄递中", "The post"),
}
"""Whose turn it is where no officer has to act."""
_HIMSELF: Final = Title("本人", "You")
_holder: Final = msgspec.json.Decoder(tuple[str, Role, str])


class CaseRow(NamedTuple):
    """``name`` and ``plate`` are masked. The officer's own office is not named."""

    case: UUID
    version: int
    address: str
    service: str
    reference: str
    name: str
    plate: str
    stage: str
    office: str
    is_green: bool
    due_on: date | None
    left: TimeLeft
    hands: str


async def queue_rows(
    desk: Desk, identity: Identity, entries: Sequence[Entry], language: Language
) -> list[CaseRow]:
    """What a row shows of a form is unsealed and masked. That a list was read is on record."""
    cases = [entry.case_id for entry in entries]
    async with read_connection(desk) as reading:
        named = await headings(reading, cases)
        held = await holders(reading, cases)
    noted(STREAMS_LISTED, kind=CASE.kind, lines=len(cases))
    return [
        await _row(desk, identity, entry, named.get(entry.case_id), held, language)
        for entry in entries
    ]


async def _row(
    desk: Desk,
    identity: Identity,
    entry: Entry,
    named: CaseHeading | None,
    held: Mapping[UUID, str],
    language: Language,
) -> CaseRow:
    form = await _shown(desk, entry.case_id, named)
    return CaseRow(
        case=entry.case_id,
        version=entry.version,
        address=f"/desk/case/{entry.case_id}",
        service=EVERY_SERVICE[entry.service].title.text(language),
        reference=named.reference if named else "",
        name=str(form.get(_APPLICANT, {}).get("name", "")),
        plate=next((str(part["plate_no"]) for part in form.values() if "plate_no" in part), ""),
        stage=CASE.words.stages[entry.stage].text(language),
        office=office_text(entry.office, language) if entry.office != identity.actor.office else "",
        is_green=entry.green,
        due_on=None if entry.held else entry.due_on,
        left=time_left(entry.due_on, desk.today, _CALENDAR, language, rests=entry.held),
        hands=_hands(desk, identity, entry, held.get(entry.case_id)).text(language),
    )


async def _shown(desk: Desk, case: UUID, named: CaseHeading | None) -> Mapping[str, dict[str, Any]]:
    if named is None:
        return {}
    sealed = {part: named.sealed[part] for part in _PARTS if part in named.sealed}
    return (await masked_form(desk.keyring, case, named.key_id, sealed)).parts


def _hands(desk: Desk, identity: Identity, entry: Entry, holder: str | None) -> Title:
    """Its reviewer, whoever stands in for him, who was handed it a moment ago (ADR 39), or who
    answers for it until somebody begins the review (ADR 110).
    """
    is_reviewed = entry.stage == Stage.IN_REVIEW
    if is_reviewed and entry.lent_to and entry.lent_until and desk.today <= entry.lent_until:
        lent = _person(entry.lent_to, identity)
        return Title(f"{lent.zh}（代审）", f"{lent.en} (on loan)")
    if is_reviewed and entry.reviewer:
        return _person(entry.reviewer, identity)
    if holder is None and entry.handler and entry.stage in UNDECIDED:
        return _person(entry.handler, identity)
    if holder is None:
        return _OUTSIDE.get(entry.stage, _NOBODY)
    issuer, role, subject = _holder.decode(holder)
    home = issuer == desk.verifier.home
    who = Actor(role, subject, issuer="" if home else issuer).person
    taken = _person(who, identity)
    return Title(f"{taken.zh}（已领取）", f"{taken.en} (just taken)")


def _person(who: str, identity: Identity) -> Title:
    return _HIMSELF if who == identity.actor.person else Title(who, who)
