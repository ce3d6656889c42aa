"""What people read for a claim."""

from typing import Final

from domain.claims.state import ClaimStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in ClaimStage},
    events={
        "ClaimTaken": Title("登记占用", "Claim taken"),
        "ClaimReleased": Title("解除占用", "Claim released"),
    },
    fields={
        "kind": Title("占用种类", "what is claimed"),
        "case": Title("案件", "case"),
        "taken_on": Title("占用日期", "taken on"),
        "taken_at": Title("占用时间", "taken at"),
        "parcel": Title("邮件", "parcel"),
        "vehicle": Title("机动车", "vehicle"),
        "kept_until": Title("号码保留至", "number kept until"),
    },
    commands={
        "TakeClaim": Title("登记占用", "Take the claim"),
        "ReleaseClaim": Title("解除占用", "Release the claim"),
    },
    refusals={
        "duplicate-open-case": Explanation(
            Title("已有同类业务正在办理", "A case of this kind is already open"),
            Title(
                "同一机动车或者驾驶证同时只能有一件同类业务。请等待办结，或者先撤回。",
                "One vehicle or licence has one open case of a kind. Wait for its end, or "
                "withdraw it.",
            ),
        ),
        "record-moved-on": Explanation(
            Title("登记信息已变动", "The record has changed"),
            Title(
                "核对登记信息之后，同一机动车或者驾驶证的其他业务已经办结。系统正在重新核对，请稍后再试。",
                "Another case of the same vehicle or licence was decided since the register was "
                "asked. The system asks again; try again in a moment.",
            ),
        ),
        "vehicle-has-chosen": Explanation(
            Title("该车已经预选过号牌", "The vehicle has chosen its number"),
            Title(
                "一辆新车只能网上预选成功一次，该车辆识别代号已经预选成功。请核对车辆识别代号。",
                "A new vehicle gets a number online once, and the one with this VIN has it. Check "
                "the VIN.",
            ),
        ),
        "item-number-used": Explanation(
            Title("邮件号已被使用", "The item number has been used"),
            Title(
                "同一邮件号二十四个月内不得重复使用，请更换。",
                "An item number is not used again within 24 months.",
            ),
        ),
    },
)
