"""What was decided against an applicant, and what he may do about it, in his language."""

from datetime import date
from typing import TypedDict

from api.day_text import day_text
from api.language import Language
from domain.case.case import CASE
from domain.case.remedies.remedy import Remedy
from domain.offices.tree import OFFICES
from domain.titles import Title
from projections.tracking.ruling import Reason, Refund, Ruling
from projections.tracking.ruling_words import KEPT, PUBLISHED_RULES, RefundStatus

_THAT_OFFICE = Title("有权办理的机关", "the office that has it")


class ReasonView(TypedDict):
    code: str | None
    text: str


class RemedyView(TypedDict):
    """``by`` is the last day, which a decision from before it was stored does not name."""

    kind: str
    title: str
    by: date | None
    open: bool
    organs: list[str]
    law: str | None
    text: str


class RefundView(TypedDict):
    """What goes back of what was paid, how, and how far that is."""

    amount_fen: int
    kept_fen: int
    route: str | None
    route_title: str | None
    status: str
    status_title: str
    text: str | None


class RulingView(TypedDict):
    """A decision: its reasons and legal grounds, the officer's words, remedies and refund."""

    event: str
    title: str
    reasons: list[ReasonView]
    grounds: list[str]
    note: str | None
    right_office: str | None
    right_office_title: str | None
    banned_until: date | None
    remedies: list[RemedyView]
    refund: RefundView | None


def ruling_view(ruling: Ruling, note: str | None, today: date, language: Language) -> RulingView:
    """``note`` is the ruling's note as far as its reader may see it."""
    right = OFFICES.get(ruling.right_office or "")
    right_office = right.title if right else _THAT_OFFICE
    grounds = [text for law in ruling.grounds if (text := law.citation(language))]
    return {
        "event": ruling.event,
        "title": CASE.words.events[ruling.event].text(language),
        "reasons": [_reason(each, right_office, language) for each in ruling.reasons],
        "grounds": grounds or ([PUBLISHED_RULES.text(language)] if ruling.remedies else []),
        "note": note,
        "right_office": ruling.right_office,
        "right_office_title": right.title.text(language) if right else None,
        "banned_until": ruling.banned_until,
        "remedies": [_remedy(each, today, language) for each in ruling.remedies],
        "refund": _refund(ruling.refund, language) if ruling.refund else None,
    }


def _reason(reason: Reason, right_office: Title, language: Language) -> ReasonView:
    text = reason.text.text(language)
    return {
        "code": reason.code,
        "text": text.replace("{right_office}", right_office.text(language)),
    }


def _remedy(remedy: Remedy, today: date, language: Language) -> RemedyView:
    organs = [each.text(language) for each in remedy.organs]
    by = day_text(remedy.by, language) if remedy.by else ""
    either = Title("或者", " or ").text(language).join(organs)
    return {
        "kind": remedy.kind,
        "title": remedy.title.text(language),
        "by": remedy.by,
        "open": remedy.by is None or today <= remedy.by,
        "organs": organs,
        "law": remedy.law.citation(language),
        "text": remedy.sentence.text(language).replace("{by}", by).replace("{organs}", either),
    }


def _refund(refund: Refund, language: Language) -> RefundView:
    status = RefundStatus.ORDERED if refund.amount_fen else RefundStatus.NOTHING
    return {
        "amount_fen": refund.amount_fen,
        "kept_fen": refund.kept_fen,
        "route": refund.route,
        "route_title": refund.route.text(language) if refund.route else None,
        "status": status,
        "status_title": status.text(language),
        "text": KEPT.text(language) if refund.kept_fen else None,
    }
