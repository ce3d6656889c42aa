"""What people read for a seat."""

from typing import Final

from domain.seats.state import SeatStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in SeatStage},
    events={
        "SeatTaken": Title("名额已预约", "Seat taken"),
        "SeatFreed": Title("名额已释放", "Seat freed"),
        "SeatClosed": Title("名额停用", "Seat closed"),
        "SeatReopened": Title("名额恢复", "Seat reopened"),
    },
    fields={
        "case": Title("案件", "case"),
        "kept_until": Title("候补保留至", "kept for those who wait"),
        "kind": Title("预约种类", "kind of appointment"),
        "number": Title("序号", "number"),
        "on": Title("日期", "day"),
        "period": Title("时段", "period"),
        "place": Title("地点", "place"),
    },
    commands={
        "TakeSeat": Title("占用名额", "Take the seat"),
        "FreeSeat": Title("释放名额", "Let the seat go"),
        "CloseSeat": Title("停用名额", "Close the seat"),
        "ReopenSeat": Title("恢复名额", "Reopen the seat"),
    },
    refusals={
        "seat-not-free": Explanation(
            Title("该名额不可预约", "The seat is not free"),
            Title(
                "该名额已被他人预约、已停用，或者正为候补人保留。",
                "Somebody else has it, or it is closed, or kept for those who wait.",
            ),
        ),
        "seat-address-differs": Explanation(
            Title("地址与内容不一致", "The address names another seat"),
            Title(
                "请求地址应当为 seat 所列的名额名称。",
                "The address must end in the name that stands under seat.",
            ),
        ),
    },
)
