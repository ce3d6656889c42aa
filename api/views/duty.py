"""What an applicant has to do, in his language."""

from datetime import date, datetime
from typing import TypedDict

from api.language import Language
from domain.case.wording import REASONS
from domain.offices.tree import OFFICES
from domain.titles import Title
from projections.tracking.duty_told import Duty
from projections.tracking.duty_words import RESTS


class DefectToPutRight(TypedDict):
    """One thing to put right: its code and place, what is wrong, and what to do about it."""

    where: str
    place: str
    code: str
    wrong: str
    do: str


class SumToPay(TypedDict):
    title: str
    amount_fen: int


class DutyView(TypedDict):
    """What the applicant has to do.

    ``by`` is the last day, ``at`` the last moment of a term of hours. Without either,
    ``otherwise`` says that no last day is set, ``rests`` that the time stands still, or the answer
    beside it that a relief has no end yet. ``note``
    is what the officer wrote.
    """

    kind: str
    title: str
    why: str | None
    what: list[str]
    defects: list[DefectToPutRight]
    note: str | None
    bring: list[str]
    sums: list[SumToPay]
    payable_fen: int
    office: str | None
    office_title: str | None
    by: date | None
    at: datetime | None
    otherwise: str
    rests: str | None
    law: str | None


def duty_view(duty: Duty, note: str | None, document: Title, language: Language) -> DutyView:
    """``note`` is the duty's note as far as its reader may see it. ``document`` is handed out."""
    office = OFFICES[duty.office].title.text(language) if duty.office else None
    return {
        "kind": duty.kind,
        "title": duty.kind.text(language),
        "why": _why(duty, language),
        "what": [
            text.filled(document=document).text(language).replace("{office}", office or "")
            for text in duty.what
        ],
        "defects": [
            {
                "where": each.where,
                "place": each.place.text(language),
                "code": each.code,
                "wrong": each.wrong.text(language),
                "do": each.do.text(language),
            }
            for each in duty.defects
        ],
        "note": note,
        "bring": [each.filled(document=document).text(language) for each in duty.bring],
        "sums": [{"title": title.text(language), "amount_fen": fen} for title, fen in duty.sums],
        "payable_fen": sum(fen for _, fen in duty.sums),
        "office": duty.office,
        "office_title": office,
        "by": duty.by,
        "at": duty.at,
        "otherwise": duty.otherwise.text(language),
        "rests": _with(RESTS, REASONS[duty.rests], language) if duty.rests else None,
        "law": duty.law.citation(language) if duty.law else None,
    }


def _why(duty: Duty, language: Language) -> str | None:
    if duty.reason is None:
        return None
    return _with(duty.why, duty.reason.words, language) if duty.why else duty.reason.text(language)


def _with(sentence: Title, reason: Title, language: Language) -> str:
    return sentence.text(language).replace("{reason}", reason.text(language))
