"""An application as its applicant may see it."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Final, TypedDict

from api.dependencies import read_connection
from api.desk import Desk
from api.language import Language
from api.masking import MaskedParts, masked_form
from api.sealed_note import NOTE, masked_note_text, note_text
from api.unopened import PartUnopened
from api.views.both_deadlines import BothDeadlines, both_stored
from api.views.deadline import DeadlineView, deadline_view
from api.views.duty import DutyView, duty_view
from api.views.expected import ExpectedView, expected_view
from api.views.parcel_steps import SEEN, seen_text, with_parcels
from api.views.ruling import RulingView, ruling_view
from api.views.spent_days import SpentDaysView, spent_days
from domain.case.case import CASE
from domain.case.deadlines.days import under_relief
from domain.case.production.words import OF_DOCUMENT
from domain.case.stage import FINAL, Stage
from domain.case.wording import detail_text
from domain.event_store.pending import StoreUnavailable
from domain.event_store.unreadable import StreamUnreadable
from domain.offices.tree import OFFICES
from domain.titles import Title
from projections.tracking.duty import duty_of
from projections.tracking.row import Tracked
from projections.tracking.ruling import ruling_of
from projections.tracking.ruling_words import UNDER_RECONSIDERATION
from projections.tracking.tone import Tone, tone_of


class TrackingStep(TypedDict):
    """One line of the way so far.

    ``until`` is a day that the step sets, and ``instead_of`` the day that it was before.
    """

    at: datetime
    event: str
    title: str
    detail: str | None
    item_no: str | None
    until: date | None
    instead_of: date | None
    place: str | None


class TrackingView(TypedDict):
    """Where an application is, what is to be done, and what was decided.

    ``under_relief`` tells the last day by law beside the one to which a relief has moved it.
    ``expected`` are the days by which it will be done, as it was with others lately, and ``spent``
    tells of each working day so far who had it.

    ``unreadable_from`` is the version from which on the history cannot be read, and ``unopened``
    names what is sealed there and does not open.
    """

    reference: str
    service: str
    service_title: str
    office: str
    office_title: str
    stage: Stage
    stage_title: str
    tone: Tone
    duty: DutyView | None
    rulings: list[RulingView]
    notice: str | None
    submitted_at: datetime
    updated_at: datetime
    unreadable_from: int | None
    next: DeadlineView | None
    under_relief: BothDeadlines | None
    expected: ExpectedView | None
    spent: SpentDaysView | None
    item_no: str | None
    parts: MaskedParts
    unopened: list[str]
    position: int
    timeline: list[TrackingStep]


LAST_FOUR: Final = Title(
    zh="请填写身份证明号码的最后四位数字或者字母，例如1236或者002X。",
    en="Give the last four digits or letters of the identity number, such as 1236 or 002X.",
)
_DONE: Final = FINAL | {Stage.DELIVERED}
_PEOPLE: Final = ("applicant", "vehicle", "licence", "delivery")


def _title(office: str | None) -> Title | None:
    found = OFFICES.get(office or "")
    return found.title if found else None


def what_happened(event: str, document: Title) -> Title:
    """What happened, with the name of what the service hands out where there is room for it."""
    named = OF_DOCUMENT.get(event)
    return named.filled(document=document) if named else CASE.words.events[event]


async def shown(
    desk: Desk, row: Tracked, language: Language, *, unreadable: int | None = None
) -> TrackingView:
    """What whoever knows the reference sees.

    Names and numbers are masked, also in what an officer wrote, and codes are in words.
    """

    async def opened(note: str | None) -> str | None:
        return await masked_note_text(desk.keyring, row.stream, row.key_id, row.sealed, note)

    told = await _shown(desk, row, language, opened)
    return {**told, "unreadable_from": unreadable}


async def shown_to_applicant(desk: Desk, row: Tracked, language: Language) -> TrackingView:
    """The same for the applicant who has signed in. He reads what was written to him."""

    async def opened(note: str | None) -> str | None:
        return await note_text(desk.keyring, row.stream, row.key_id, note)

    return await _shown(desk, row, language, opened)


async def _expected(desk: Desk, row: Tracked) -> ExpectedView | None:
    if row.standing.stage in _DONE:
        return None
    async with read_connection(desk) as reading:
        found = await desk.forecasts.of(
            reading, row.stream, row.service, row.office, desk.today, rests=bool(row.holds)
        )
    return expected_view(found)


async def _spent(desk: Desk, row: Tracked, language: Language) -> SpentDaysView | None:
    """Nothing is told of a history that cannot be read, or while the store is away."""
    try:
        history = await desk.log.load(row.stream)
    except (StreamUnreadable, StoreUnavailable):
        return None
    return spent_days(desk, history, language)


async def _shown(
    desk: Desk,
    row: Tracked,
    language: Language,
    note_of: Callable[[str | None], Awaitable[str | None]],
) -> TrackingView:
    people: dict[str, str] = {name: row.sealed[name] for name in _PEOPLE if name in row.sealed}
    form = await masked_form(desk.keyring, row.stream, row.key_id, people)
    unopened = set(form.unopened)

    async def opened(note: str | None) -> str | None:
        try:
            return await note_of(note)
        except PartUnopened:
            unopened.add(NOTE)
            return None

    duty = duty_of(row.standing, row.asked)
    moved = await both_stored(desk, under_relief(row.standing), language)
    rulings = [ruling_of(row.standing, row.pays, each) for each in reversed(row.decided)]
    office = OFFICES[row.office].title.text(language)
    service = desk.catalogue[row.service]
    document = service.document or service.title
    told: TrackingView = {
        "reference": row.reference,
        "service": row.service,
        "service_title": service.title.text(language),
        "office": row.office,
        "office_title": office,
        "stage": Stage(row.stage),
        "stage_title": CASE.words.stages[row.stage].text(language),
        "tone": tone_of(row.standing.stage),
        "duty": duty_view(duty, await opened(duty.note), document, language) if duty else None,
        "rulings": [
            ruling_view(each, await opened(each.note), desk.today, language) for each in rulings
        ],
        "notice": UNDER_RECONSIDERATION.text(language)
        if row.standing.under_reconsideration
        else None,
        "submitted_at": row.submitted_at,
        "updated_at": row.updated_at,
        "unreadable_from": None,
        "next": deadline_view(row.due_clock, row.due_on, language)
        if row.due_clock and row.due_on
        else None,
        "under_relief": moved[0] if moved else None,
        "expected": await _expected(desk, row),
        "spent": await _spent(desk, row, language),
        "item_no": row.item_no,
        "parts": form.parts,
        "unopened": [],
        "position": row.position,
        "timeline": [
            {
                "at": step.at,
                "event": step.event,
                "title": seen_text(language)
                if step.event == SEEN
                else what_happened(step.event, document).text(language),
                "detail": detail_text(step.detail, language, _title(step.right_office)),
                "item_no": step.item_no,
                "until": step.until,
                "instead_of": step.instead_of,
                "place": step.place,
            }
            for step in await with_parcels(desk, row)
        ],
    }
    return {**told, "unopened": sorted(unopened)}
