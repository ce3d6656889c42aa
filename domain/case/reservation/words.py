"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "PreselectSessionOpened": Title("开始选号", "Choice of a number begun"),
        "NumbersOffered": Title("已提供随机号码", "Numbers offered"),
        "NumberTried": Title("自编号码未选中", "Composed number not to be had"),
        "NumberReserved": Title("号牌号码预选成功", "Number reserved"),
        "NumberConfirmed": Title("预选号码已启用", "Number confirmed at registration"),
        "ReservationExpired": Title("预选号码逾期失效", "Reservation expired"),
        "ReservationVoided": Title("预选号码作废", "Reservation voided"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "session": Title("选号会话", "session"),
        "method": Title("选号方式", "way of choosing"),
        "prefix": Title("发牌机关代号", "issuing prefix"),
        "plate_kind": Title("号牌种类", "kind of plate"),
        "letters": Title("能源类型字母", "letters of the energy"),
        "batches": Title("随机批次数", "batches"),
        "tries": Title("自编次数", "tries"),
        "tries_left": Title("剩余自编次数", "tries left"),
        "open_until": Title("选号截止时间", "open until"),
        "batch": Title("随机批次", "batch"),
        "offered_until": Title("本批选取截止时间", "offered until"),
        "why": Title("未选中原因", "why not"),
        "reserved_on": Title("预选日期", "reserved on"),
        "hold_until": Title("号码保留至", "number held until"),
        "registration": Title("登记案件", "case of the registration"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "OfferNumbers": Title("随机提供一批号码", "Offer a batch of numbers"),
        "ChooseNumber": Title("选定号码", "Choose a number"),
        "ConfirmNumber": Title("确认启用预选号码", "Confirm the number"),
        "VoidReservation": Title("作废预选号码", "Void the reservation"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "barred-from-choosing": Explanation(
            Title("在限制网上预选期内", "Barred from choosing online"),
            Title(
                "申请人曾预选号牌号码而未按期办理登记，或者预选信息与登记信息不符，"
                "until 之前不能网上预选。请到车辆管理所窗口选号。",
                "A reserved number was not used in time, or the registration had other "
                "particulars. Until the day under until, choose at the window.",
            ),
        ),
        "drawn-numbers-only": Explanation(
            Title("只能选取本批随机号码", "Only numbers on offer can be chosen"),
            Title(
                "该号码不在本批随机号码之内，或者本批选取时间已过（见 offered_until）。"
                "请换一批后再选。",
                "The number is not among those on offer, or the time under offered_until is "
                "over. Ask for the next batch.",
            ),
        ),
        "numbers-not-drawn": Explanation(
            Title("本次为自编自选", "Numbers are not drawn in this session"),
            Title(
                "本次申请选择的是自编自选，请直接填写号码。",
                "This application composes its number; name the number itself.",
            ),
        ),
        "batches-used-up": Explanation(
            Title("随机批次已用完", "All batches have been offered"),
            Title(
                "请从本批号码中选取；本批时间已过的，请重新提交申请。",
                "Choose from the last batch; if its time is over, apply again.",
            ),
        ),
        "tries-used-up": Explanation(
            Title("自编次数已用完", "All tries are used up"),
            Title("请重新提交申请，或者改为随机选取。", "Apply again, or let numbers be drawn."),
        ),
        "number-not-wanted": Explanation(
            Title("申请没有选号信息", "The application chooses no number"),
            Title("请核对选号方式和号牌种类。", "Check the way of choosing and the plate kind."),
        ),
        "batch-out-of-turn": Explanation(
            Title("号码批次已更新", "Another batch was offered meanwhile"),
            Title("请查看第 batch 批号码。", "Look at the batch under batch."),
        ),
    }
)
