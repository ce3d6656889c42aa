"""What people read for a plate number."""

from typing import Final

from domain.numbers.stage import NumberStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in NumberStage},
    events={
        "PlateNumberOffered": Title("号牌号码供选取", "Number offered"),
        "PlateNumberReserved": Title("号牌号码已预选", "Number reserved"),
        "PlateNumberLocked": Title("号牌号码核发中", "Number about to be issued"),
        "PlateNumberIssued": Title("号牌号码已核发", "Number issued"),
        "PlateNumberReleased": Title("号牌号码已释放", "Number released"),
    },
    fields={
        "case": Title("案件", "case"),
        "prefix": Title("发牌机关代号", "issuing prefix"),
        "plate_kind": Title("号牌种类", "kind of plate"),
        "offered_until": Title("选取截止时间", "to be chosen until"),
        "vehicle": Title("机动车", "vehicle"),
        "reserved_on": Title("预选日期", "reserved on"),
        "reservation": Title("预选案件", "reserved by the case"),
        "stage": Title("号码状态", "stage"),
        "kept_until": Title("号码保留至", "number kept until"),
    },
    commands={
        "OfferNumber": Title("提供号牌号码", "Offer the number"),
        "ReserveNumber": Title("预选号牌号码", "Reserve the number"),
        "ReleaseReservation": Title("释放预选号码", "Release the reservation"),
        "TakeNumber": Title("占用号牌号码", "Take the plate number"),
        "IssueNumber": Title("登记号牌号码使用", "Record that the number is in use"),
        "GiveUpNumber": Title("释放号牌号码", "Give the plate number up"),
    },
    refusals={
        "plate-number-taken": Explanation(
            Title("号牌号码已被占用", "The plate number is taken"),
            Title(
                "该号牌号码已被他人预选、已核发给其他机动车，或者正在办理核发。请核对，或者另选其他号牌号码。",
                "Somebody has reserved this number, another vehicle has it, or another case is "
                "about to give it. Please check it, or take another one.",
            ),
        ),
        "plate-number-on-offer": Explanation(
            Title("号牌号码正由他人选取", "The number is on offer to somebody else"),
            Title(
                "该号牌号码正在供他人选取，free_after 之后未被选定的，可以再选。"
                "请另选其他号牌号码，或者稍后再试。",
                "The number was drawn for somebody else, who may choose it until free_after. "
                "Please choose another one, or try again then.",
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
        "plate-number-reserved-for-another": Explanation(
            Title("预选人与申请人不一致", "Another owner has reserved the number"),
            Title(
                "该号牌号码由他人为本车预选，与本次申请登记的所有人不一致。请核对预选信息；确不一致的，"
                "由窗口民警按规定作废预选，再另选号码。",
                "Somebody else has reserved this number for the vehicle than the owner who now "
                "applies. Compare what was entered; if it differs, an officer voids the "
                "reservation, and another number is chosen.",
            ),
        ),
        "plate-number-about-to-be-issued": Explanation(
            Title("号牌号码正在核发", "The number is about to be issued"),
            Title(
                "窗口正在为该机动车办理登记，预选号码不因期满释放。请等待登记办结。",
                "A window is registering the vehicle with this number, so the reservation does "
                "not end. Wait for the registration.",
            ),
        ),
    },
)
