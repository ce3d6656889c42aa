"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "HandedToPost": Title("已交邮政寄出", "Handed to postal express"),
        "ParcelScanned": Title("邮件运输中", "Parcel under way"),
        "DeliveryFailed": Title("邮件投递未成功", "Delivery attempt failed"),
        "ParcelDelivered": Title("邮件已妥投", "Parcel delivered"),
        "ParcelReturned": Title("邮件退回车辆管理所", "Parcel returned to the office"),
        "RepostRequested": Title("已申请重新寄递", "New posting requested"),
        "ChangedToPickup": Title("改为到窗口领取", "Changed to pick-up"),
        "ChangedToPost": Title("改为邮政寄递", "Changed to post"),
        "PostalDeliveryChosen": Title("已选择免费邮寄", "Chosen: by post, free of charge"),
        "PickedUp": Title("已到窗口领取", "Picked up"),
        "PickupExpired": Title("逾期未领取", "Not picked up in time"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "attempt": Title("寄递次数", "posting"),
        "by_card": Title("刷卡", "by card"),
        "collected_fen": Title("代收费用", "collected"),
        "delivered_on": Title("妥投日期", "delivered on"),
        "destination_region": Title("寄往", "sent to"),
        "expected_by": Title("预计到达日", "expected by"),
        "item_no": Title("邮件号码", "item number"),
        "place": Title("地点", "place"),
        "scanned_at": Title("扫描时间", "scanned at"),
        "status": Title("邮件状态", "status"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "HandToPost": Title("交寄", "Hand to the post"),
        "FollowParcel": Title("随邮件轨迹办理", "Follow the scan of the parcel"),
        "RecordFailedDelivery": Title("登记投递未成功", "Record a failed delivery"),
        "RecordDelivery": Title("登记妥投", "Record the delivery"),
        "RecordReturn": Title("登记退件", "Record the return"),
        "RequestRepost": Title("申请重新寄递", "Request a new posting"),
        "ChangeToPickup": Title("改为到窗口领取", "Change to pick-up"),
        "ChangeToPost": Title("改为邮政寄递", "Change to post"),
        "RecordPickup": Title("登记领取", "Record the pick-up"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "item-number-invalid": Explanation(
            Title("邮件号不正确", "The item number is not valid"),
            Title(
                "请核对邮件号（十三位），重新录入。", "Check the 13-character postal item number."
            ),
        ),
        "parcel-unknown": Explanation(
            Title("没有该邮件", "No such parcel"),
            Title("请核对邮件号。", "Check the item number."),
        ),
        "parcel-not-current": Explanation(
            Title("不是在途邮件", "It is not the parcel under way"),
            Title(
                "该邮件不是本案件目前寄递的邮件，案件状态不随其变更。",
                "The case has no parcel under way, or another one, so it does not follow this.",
            ),
        ),
        "too-many-posts": Explanation(
            Title("邮寄次数已满", "Posted too often"),
            Title(
                "同一案件最多邮寄三次，请到窗口领取。",
                "A case is posted three times at most; collect the document at a window.",
            ),
        ),
        "too-few-tries": Explanation(
            Title("投递次数不足", "Too few delivery tries"),
            Title(
                "至少投递两次未成功后方可退回。",
                "A parcel is returned after at least two failed tries.",
            ),
        ),
        "area-closed": Explanation(
            Title("投递区域封闭", "The area is closed"),
            Title(
                "投递区域因管控封闭，邮件暂存邮局，不作退回。",
                "The parcel stays at the post office while its area is closed; it is not returned.",
            ),
        ),
        "identity-not-seen": Explanation(
            Title("未核验收件人身份", "The identity was not seen"),
            Title(
                "须由收件人本人凭身份证签收。",
                "The recipient signs in person against the identity card.",
            ),
        ),
    }
)
