"""The closed lists of this chapter."""

from domain.choice import Choice


class OfficeReason(Choice):
    """Why the office moves or cancels a booking. It is never the fault of whoever booked."""

    WINDOW_CLOSED = "window_closed", "该地点暂停办理", "the place is closed"
    EPIDEMIC = "epidemic", "疫情防控", "epidemic control"
    EQUIPMENT = "equipment", "设备故障", "failure of equipment"
    WEATHER = "weather", "恶劣天气", "bad weather"
    STAFF = "staff", "人员调配", "lack of staff"
    OTHER = "other", "其他情形", "another ground"
