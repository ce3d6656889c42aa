"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.delivery import events
from domain.case.state import Case
from domain.parcels.reasons import FailedDelivery
from domain.telling import Telling
from domain.titles import Title


def _failed(current: Case, event: events.DeliveryFailed) -> Title:
    if event.reason is FailedDelivery.AREA_CLOSED:
        return Title(
            "邮件未能投递：{reason}。解除封闭后继续投递。",
            "The parcel could not be delivered: {reason}. It is brought when the area opens.",
        ).filled(reason=event.reason.words)
    return Title(
        "邮件未能投递：{reason}。请与邮政联系或者等待再次投递。",
        "The parcel could not be delivered: {reason}. Call the post, or wait for the next try.",
    ).filled(reason=event.reason.words)


TELLS: Final[tuple[Telling[Case, Any], ...]] = (
    Telling(
        events.HandedToPost,
        Title(
            "牌证已交邮政寄出，邮件号{item_no}，预计{expected_by}前送达，凭本人身份证签收。",
            "It is in the post: item {item_no}, expected by {expected_by}. Sign for it with your "
            "own ID card.",
        ),
    ),
    Telling(events.DeliveryFailed, _failed),
    Telling(
        events.ParcelDelivered,
        Title(
            "邮件已于{delivered_on}签收。非本人或者受托人签收的，请立即与车辆管理所联系。",
            "The parcel was signed for on {delivered_on}. If it was not by you or for you, call "
            "the vehicle office at once.",
        ),
    ),
    Telling(
        events.ParcelReturned,
        Title(
            "邮件已退回车辆管理所，请于{keep_until}前（含当日）申请重新寄递或者改为窗口领取。",
            "The parcel came back to the office. By {keep_until} ask to have it posted again, or "
            "to collect it.",
        ),
    ),
    Telling(
        events.PickupExpired,
        Title(
            "逾期未领取，牌证由车辆管理所处理，请与车辆管理所联系。",
            "Nobody collected it in time. Call the vehicle office.",
        ),
    ),
)
