"""Why a booking gets no place."""

from domain.choice import Choice


class NotPlacedReason(Choice):
    FULL = "full", "排序未进入考试名额", "others who have waited longer have all the places"
    NOT_ANNOUNCED = "not_announced", "没有公布该场考试计划", "no such examination is announced"
    BOOKINGS_ENDED = "bookings_ended", "预约已经截止", "the bookings have ended"
    SAME_SESSION = (
        "same_session",
        "同一场次已预约其他考试",
        "the learner has booked another examination of the same session",
    )
    SITE_CLOSED = "site_closed", "考场当日暂停考试", "the site is closed on that day"
