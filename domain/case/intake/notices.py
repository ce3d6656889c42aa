"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.intake import events
from domain.case.state import Case
from domain.offices.tree import OFFICES
from domain.telling import Telling, day, moment, yuan
from domain.titles import Title, counted


def _submitted(current: Case, event: events.CaseSubmitted) -> Title:
    if event.pay_by is not None:
        return Title(
            "已收到您的申请，请于{by}前缴费，缴费后开始办理。",
            "We have your application. Pay by {by}; the office begins when it is paid.",
        ).filled(by=moment(event.pay_by))
    return Title("已收到您的申请。", "We have your application.")


def _correction(current: Case, event: events.CorrectionRequested) -> Title:
    number = len(event.defects)
    return Title(
        f"需要补正{number}项，请于{{by}}前（含当日）一次补齐。补正内容见进度查询页面的一次告知书。",
        f"{counted(number, 'thing')} to be put right, all by {{by}}. The notice on the tracking "
        "page lists everything.",
    ).filled(by=day(event.reply_by))


def _not_accepted(current: Case, event: events.NotAccepted) -> Title:
    if event.right_office is not None:
        return Title(
            "不予受理，该业务应向{office}申请。不服的，可在{by}前（含当日）申请行政复议。",
            "Not accepted: {office} is competent. You may ask for reconsideration by {by}.",
        ).filled(office=OFFICES[event.right_office].title, by=day(event.reconsider_by))
    return Title(
        "不予受理，理由见进度查询。不服的，可在{by}前（含当日）申请行政复议。",
        "Not accepted; tracking tells why. You may ask for reconsideration by {by}.",
    ).filled(by=day(event.reconsider_by))


def _expired(current: Case, event: events.CorrectionExpired) -> Title:
    told = Title(
        "逾期未补正，本次申请终止办理，您可以重新申请。",
        "Nothing was put right in time, so the application has ended. You may apply again.",
    )
    if not event.refund_fen:
        return told
    back = yuan(event.refund_fen)
    return Title(
        f"{told.zh}已缴费用{back.zh}将原路退回。", f"{told.en} {back.en} will be returned."
    )


def _on_site(current: Case, event: events.MovedToOnSite) -> Title:
    return Title(
        "需要到窗口办理，原因：{reason}。请携带证件原件到{office}，去前请先查询窗口开放情况。",
        "Please come to the window, because of {reason}. Bring the originals to {office}, and see "
        "first whether it is open.",
    ).filled(reason=event.reason.words, office=OFFICES[current.office].title)


TELLS: Final[tuple[Telling[Case, Any], ...]] = (
    Telling(events.CaseSubmitted, _submitted),
    Telling(
        events.PaymentReceived,
        Title("已收到缴费{amount_fen}。", "We have received your payment of {amount_fen}."),
    ),
    Telling(
        events.FeeAskedAgain,
        Title(
            "案件重新办理，请缴纳费用{amount_fen}：可以在网上缴纳，也可以在领取或者签收时缴纳。",
            "It begins anew. The fee of {amount_fen} is owed again: online, or when you receive "
            "the document.",
        ),
    ),
    Telling(
        events.FeePaidAgain,
        Title("已收到缴费{amount_fen}。", "We have received your payment of {amount_fen}."),
    ),
    Telling(
        events.PaymentExpired,
        Title(
            "逾期未缴费，本次申请终止办理，您可以重新申请。",
            "It was not paid in time, so the application has ended. You may apply again.",
        ),
    ),
    Telling(
        events.CaseAccepted,
        Title(
            "已受理，将于{decide_by}前作出决定。", "Accepted. The office decides by {decide_by}."
        ),
    ),
    Telling(
        events.DeemedAccepted,
        Title(
            "自{accepted_on}起即为受理，将于{decide_by}前作出决定。",
            "It counts as accepted on {accepted_on}. The office decides by {decide_by}.",
        ),
    ),
    Telling(events.CorrectionRequested, _correction),
    Telling(
        events.CorrectionSupplied,
        Title("已收到您的补正材料。", "We have received your correction."),
    ),
    Telling(events.CorrectionExpired, _expired),
    Telling(events.NotAccepted, _not_accepted),
    Telling(events.MovedToOnSite, _on_site),
)
