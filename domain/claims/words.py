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
        "vehicle": Title("机动车", "vehicle"),
        "kept_until": Title("号码保留至", "number kept until"),
    },
    commands={
        "TakeClaim": Title("登记占用", "Take the claim"),
        "TakeNumber": Title("占用号牌号码", "Take the plate number"),
        "GiveUpNumber": Title("释放号牌号码", "Give the plate number up"),
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
        "plate-number-taken": Explanation(
            Title("号牌号码已被占用", "The plate number is taken"),
            Title(
                "该号牌号码已核发给其他机动车，或者正在办理核发。请核对，或者确定其他号牌号码。",
                "Another vehicle has this number, or another case is about to give it. Please "
                "check it, or take another one.",
            ),
        ),
        "plate-number-kept": Explanation(
            Title("号牌号码在保留期内", "The plate number is kept"),
            Title(
                "该号牌号码为原机动车所有人保留，自 free_on 起方可核发给他人。请确定其他号牌号码。",
                "The number is kept for the owner who had it before. Others may have it from "
                "free_on on. Please take another one.",
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
