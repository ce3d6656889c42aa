"""What an officer sent from the page of a service."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.counter.entered import AGREED_AT, WindowApplication, box_of, window_questions
from api.pages.counter.green import GreenEntered, green_in, may_let_in
from api.pages.counter.known import OF_WHOM, asked_about
from api.pages.counter.windows import windows_of
from api.pages.kit.questionnaire.answers import names_of
from api.problems import Problem
from domain.calendar import OFFICE_ZONE
from domain.drafts.draft import Draft
from domain.services.blocks.applicant.identity import IdType
from domain.services.catalogue import EVERY_SERVICE
from domain.services.choices import Channel, UserKind
from domain.services.window.originals import Original
from domain.services.window.table import ROWS

KNOWN: Final = "known"
DECLARED: Final = "declared"
USUAL: Final[Mapping[str, str]] = {
    "channel": Channel.WINDOW,
    "user_kind": UserKind.REAL_NAME,
    "applicant.id_type": IdType.RESIDENT_ID,
}
"""How most people come who stand at a window."""


class SentEntry(NamedTuple):
    """``key`` makes one case of what is sent twice. ``fields`` are all that were sent."""

    entered: WindowApplication
    counter: str
    green: GreenEntered
    key: str
    fields: Mapping[str, str]


def entered_of(
    desk: Desk, identity: Identity, code: str, fields: Mapping[str, str]
) -> WindowApplication:
    """Raises 404 for a service that no window takes in."""
    row = ROWS.get(code)
    if row is None or not row.taken_in:
        raise Problem("not-found", 404)
    names = [name for each in window_questions() for name in names_of(each)]
    names += [box_of(each) for each in Original]
    draft = Draft(entries={name: text for name in names if (text := fields.get(name))})
    made = WindowApplication(EVERY_SERVICE[code], identity.vouched, desk.today, draft)
    known = fields.get(KNOWN, "").split(",") if fields.get(OF_WHOM) == asked_about(made) else []
    agreed = fields.get(AGREED_AT) or _now(desk)
    draft = Draft(
        entries=draft.entries,
        known=tuple(each.path for each in made.questions if each.path in known),
        agreed_at=agreed if fields.get(DECLARED) == "yes" else None,
    )
    return WindowApplication(EVERY_SERVICE[code], identity.vouched, desk.today, draft)


def sent_of(
    desk: Desk, identity: Identity, code: str, fields: Mapping[str, str], language: Language
) -> SentEntry:
    green = green_in(fields, language) if may_let_in(identity) else GreenEntered(None, {})
    return SentEntry(
        entered_of(desk, identity, code, fields),
        window_of(identity, fields.get("counter"), language),
        green,
        fields.get("key", ""),
        fields,
    )


def window_of(identity: Identity, asked: str | None, language: Language) -> str:
    """The window that was chosen, or his own. Raises 404 for one that is not his."""
    windows = [code for code, _ in windows_of(identity, language)]
    if not windows or (asked and asked not in windows):
        raise Problem("not-found", 404)
    return asked or windows[0]


def _now(desk: Desk) -> str:
    return desk.clock().astimezone(OFFICE_ZONE).isoformat(timespec="seconds")
