"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.penalty import events
from domain.case.state import Case
from domain.telling import Telling, day, yuan
from domain.titles import Title


def _decided(current: Case, event: events.PenaltyDecided) -> Title:
    if not event.fine_fen:
        return Title("已作出处罚决定：警告。", "It is decided: a warning.")
    return Title("已作出处罚决定：罚款{fine}。", "It is decided: a fine of {fine}.").filled(
        fine=yuan(event.fine_fen)
    )


def _served(current: Case, event: events.DecisionServed) -> Title | None:
    if event.fine_due_on is None:
        return None
    return Title(
        "处罚决定已送达，请于{by}前（含当日）缴纳罚款，逾期每日加处罚款数额的3%。",
        "You have received the decision. Pay the fine by {by}; after that 3 % of it is added each "
        "day.",
    ).filled(by=day(event.fine_due_on))


TELLS: Final[tuple[Telling[Case, Any], ...]] = (
    Telling(
        events.FactsShown,
        Title(
            "已告知违法事实、处罚依据和您的陈述申辩权，请在进度查询中确认或者陈述申辩。",
            "You can read the facts and the law, and may be heard. Accept them on the tracking "
            "page, or make your statement.",
        ),
    ),
    Telling(
        events.StatementMade,
        Title(
            "已收到您的陈述申辩，将于{answer_by}前复核答复。",
            "We have your statement. It is answered by {answer_by}.",
        ),
    ),
    Telling(
        events.StatementRejected,
        Title(
            "陈述申辩经复核不予采纳，理由见进度查询，不因申辩加重处罚。",
            "You were heard, and the facts stand; tracking tells why. Nobody is punished harder "
            "for it.",
        ),
    ),
    Telling(
        events.StatementUpheld,
        Title("陈述申辩予以采纳，不予处罚。", "You were heard, and nobody is punished."),
    ),
    Telling(events.PenaltyDecided, _decided),
    Telling(events.DecisionServed, _served),
    Telling(
        events.FineSettled,
        Title("罚款已缴清，票据号{receipt_no}。", "The fine is paid. Receipt {receipt_no}."),
    ),
)
