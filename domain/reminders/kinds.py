"""The closed lists of a reminder. Their codes are stored for ever."""

from domain.choice import Choice


class ReminderStage(Choice):
    """``NEW`` is the reminder before its first event, and is never stored."""

    NEW = "new", "未到提醒时间", "Not yet"
    PUT_OFF = "put_off", "暂缓提醒", "Put off"
    GIVEN = "given", "已提醒", "Reminded"
    DROPPED = "dropped", "无需提醒", "Dropped"


class PutOffReason(Choice):
    """Why nobody is reminded now."""

    RELIEF = "relief", "期限已延长", "a relief has moved the day"
    APPLICATION_OPEN = "application_open", "有在办业务", "an application for it is open"


class DropReason(Choice):
    """Why nobody is reminded any more."""

    DONE = "done", "已办理或者不再适用", "it is done, or there is nothing left to lose"
    TOO_LATE = "too_late", "期限已过", "the day has passed"
    APPLICATION_OPEN = (
        "application_open",
        "期限届满前有在办业务",
        "an application for it was open up to the last day",
    )
