"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.grounds import Hold
from domain.case.overlays import events
from domain.case.state import Case
from domain.offices.tree import OFFICES
from domain.telling import Telling, yuan
from domain.titles import Title


def _withdrawn(
    current: Case, event: events.CaseWithdrawn | events.WithdrawalGranted
) -> Title | None:
    told = Title("申请已撤回。", "The application is withdrawn.")
    if not event.refund_fen:
        return told
    back = yuan(event.refund_fen)
    return Title(
        f"{told.zh}已缴费用{back.zh}将原路退回。", f"{told.en} {back.en} will be returned."
    )


def _transferred(current: Case, event: events.CaseTransferred) -> Title:
    return Title(
        "已转由{office}继续办理，您无需重新申请。",
        "{office} goes on with it. You need not apply again.",
    ).filled(office=OFFICES[event.to_office].title)


def _offered(current: Case, event: events.TransferOffered) -> Title:
    return Title(
        "{office}可以继续办理您的申请，是否同意转办，请在进度查询中答复。",
        "{office} could go on with your application. Say on the tracking page whether you agree.",
    ).filled(office=OFFICES[event.to_office].title)


def _held(current: Case, event: events.HoldSet) -> Title | None:
    """A second hold for the same ground tells him nothing new."""
    if event.kind is Hold.SYSTEM_DOWN or len(current.bases.get(event.kind, ())) > 1:
        return None
    return Title(
        "因{reason}，暂缓办理，恢复办理时另行通知，您的期限相应顺延。",
        "It rests, because of {reason}. You are told when it goes on, and your days move with it.",
    ).filled(reason=event.kind.words)


def _released(current: Case, event: events.HoldReleased) -> Title | None:
    """He was not told of what held it for a moment only."""
    if event.still_held or current.holds or event.kind is Hold.SYSTEM_DOWN:
        return None
    return Title("已恢复办理。", "It goes on.")


TELLS: Final[tuple[Telling[Case, Any], ...]] = (
    Telling(events.CaseWithdrawn, _withdrawn),
    Telling(events.WithdrawalGranted, _withdrawn),
    Telling(
        events.WithdrawalDenied,
        Title(
            "不同意撤回，继续办理，理由见进度查询。",
            "It cannot be withdrawn and goes on; tracking tells why.",
        ),
    ),
    Telling(
        events.GreenChannelGranted,
        Title("已纳入绿色通道优先办理。", "It goes before the others, by the green channel."),
    ),
    Telling(
        events.GreenChannelDenied,
        Title(
            "未纳入绿色通道，按正常顺序办理，理由见进度查询。",
            "It does not go by the green channel; tracking tells why.",
        ),
    ),
    Telling(events.CaseTransferred, _transferred),
    Telling(events.TransferOffered, _offered),
    Telling(events.HoldSet, _held),
    Telling(events.HoldReleased, _released),
)
