"""What the register has of the licence of whoever applies: it is shown, and not asked again."""

from typing import Final

from msgspec.structs import replace

from api.desk import Desk
from api.identity import Identity
from api.pages.kit.questionnaire.answers import written
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.questions import questions_of
from domain.drafts.draft import Draft
from domain.identifiers import resident_id
from domain.identifiers.invalid import InvalidIdentifier
from domain.register.licence import LicenceRecord
from domain.register.port import Inquiry, RegisterAway
from domain.vault import Purpose

APPLICANT: Final = "applicant"
_NUMBER: Final = "applicant.id_no"


async def known_to_the_register(
    desk: Desk, applicant: Identity, filled: Filled
) -> dict[str, str] | None:
    """The entries that the register has, and None where it tells nothing.

    It is asked only about whoever has shown by his sign-in that the ID number is his own.
    """
    number = _proven(desk, applicant, filled)
    if number is None or desk.register is None:
        return None
    try:
        found = await desk.register.ask(Inquiry(id_no=number, licence_no=number))
    except RegisterAway:
        return None
    return _entries(filled, number, found.licence) if found.licence else None


def _proven(desk: Desk, applicant: Identity, filled: Filled) -> str | None:
    try:
        number = resident_id.parse(filled.entries.get(_NUMBER, ""), filled.today).text
    except InvalidIdentifier:
        return None
    own = applicant.id_indexes.intersection(desk.index.all_of(Purpose.ID_NO, number))
    return number if own else None


def _entries(filled: Filled, number: str, record: LicenceRecord) -> dict[str, str]:
    values = {
        "licence.licence_no": number,
        "licence.classes": "".join(record.classes),
        "licence.valid_until": record.valid_until,
        "licence.first_issued_on": record.first_issued_on,
    }
    return {
        name: text
        for question in questions_of(filled.service.form)
        if question.path in values
        for name, text in written(question, values[question.path]).items()
    }


def with_known(draft: Draft, filled: Filled, entries: dict[str, str] | None) -> Draft:
    """The draft with what the register has. Where it has nothing, all is asked."""
    given = entries or {}
    paths = tuple(
        question.path
        for question in questions_of(filled.service.form)
        if any(name == question.path or name.startswith(f"{question.path}-") for name in given)
    )
    return replace(draft, entries={**draft.entries, **given}, known=paths)
