"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "BookingRequested": Title("已占用预约名额", "A seat was taken for the appointment"),
        "BookingWaitlisted": Title("名额已满，已列入候补", "No seat left; on the waiting list"),
        "SeatAllotted": Title("候补成功，已占用名额", "A seat came free and was given by rank"),
        "BookingConfirmed": Title("预约成功", "Appointment confirmed"),
        "BookingPostponed": Title("申请人已改期", "Put off by the applicant"),
        "BookingCancelled": Title("申请人已取消预约", "Cancelled by the applicant"),
        "BookingMovedByOffice": Title("办理机关已改期", "Moved by the office"),
        "BookingCancelledByOffice": Title(
            "办理机关取消预约，不计入爽约", "Cancelled by the office, which counts against nobody"
        ),
        "ApplicantCheckedIn": Title("已到场签到", "Checked in"),
        "AppointmentAttended": Title("已按预约办理", "Appointment kept"),
        "NoShowRecorded": Title("未到场（爽约）", "Nobody came"),
        "BookingLapsed": Title("预约日期已过，预约终止", "The day is over without an appointment"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "basis": Title("依据", "basis"),
        "kind": Title("预约种类", "kind of appointment"),
        "number": Title("序号", "number of the seat"),
        "on": Title("预约日期", "day of the appointment"),
        "period": Title("预约时段", "time of the appointment"),
        "place": Title("地点", "place"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "ConfirmBooking": Title("确认预约", "Confirm the appointment"),
        "PostponeBooking": Title("改期", "Put the appointment off"),
        "CheckIn": Title("登记到场", "Record that he has come"),
        "RecordAttendance": Title("登记已办理", "Record that it was done"),
        "AllotSeat": Title("按候补顺序安排名额", "Give a freed seat by rank"),
        "FollowPlan": Title("按当日取消处理预约", "Follow a cancelled day"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "no-plan-that-day": Explanation(
            Title("当日没有预约计划", "Nothing is offered that day"),
            Title(
                "该地点尚未公布当日的预约名额，请选择其他日期，或者留意公布时间。",
                "The place has announced no seats for the day. Choose another day, or come back "
                "when it does.",
            ),
        ),
        "bookings-closed": Explanation(
            Title("当日不再接受预约", "No more bookings for that day"),
            Title("请选择其他日期或者地点。", "Choose another day or place."),
        ),
        "place-closed-that-day": Explanation(
            Title("该地点当日暂停办理", "The place is closed that day"),
            Title(
                "该地点当日暂停办理此项业务，请选择已恢复办理的地点或者日期。",
                "The place does not do this on that day. Choose a place or a day that is open.",
            ),
        ),
        "period-not-planned": Explanation(
            Title("该时段没有名额", "No seats in that period"),
            Title(
                "请从 choices 所列时段中选择。",
                "Choose one of the periods under choices.",
            ),
        ),
        "seats-not-given-yet": Explanation(
            Title("尚未到放号时间", "Seats are not given yet"),
            Title(
                "该时段的名额自 given_from 起开放预约。",
                "Seats of this period are given from the instant under given_from on.",
            ),
        ),
        "no-seat-left": Explanation(
            Title("该时段名额已满", "No seat is left"),
            Title(
                "该时段的名额已全部约满。请选择其他时段或者日期，或者同意候补。",
                "All seats of this period are taken. Choose another time or day, or agree to wait.",
            ),
        ),
        "too-late-to-change": Explanation(
            Title("已过取消和改期时间", "Too late to change"),
            Title(
                "预约可以在办理日前一日（until）24时前取消或者改期。",
                "An appointment can be cancelled or put off until the end of the day under until.",
            ),
        ),
        "not-later": Explanation(
            Title("改期时间不符合要求", "Not a later time"),
            Title(
                "改期应当晚于原预约时间，并且不晚于 latest。需要提前的，请取消后重新预约。",
                "Choose a later time than the old one, up to the day under latest. To come "
                "earlier, cancel and book again.",
            ),
        ),
        "not-on-that-day": Explanation(
            Title("不是预约当日", "Not the day of the appointment"),
            Title("该预约的日期见 on。", "The appointment is for the day under on."),
        ),
        "not-checked-in": Explanation(
            Title("尚未登记到场", "He has not come yet"),
            Title("请先登记申请人到场。", "Record first that the applicant has come."),
        ),
        "waits-for-seat": Explanation(
            Title("尚在候补", "Still on the waiting list"),
            Title(
                "该申请正在候补，取得名额后方可确认或者改期。",
                "The case waits for a seat. Only then can it be confirmed or put off.",
            ),
        ),
    }
)
