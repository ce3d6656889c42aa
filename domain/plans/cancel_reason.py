"""Why a place sends everybody away on a day."""

from domain.choice import Choice


class CancelReason(Choice):
    """Why a place sends everybody away on a day."""

    EPIDEMIC = "epidemic", "疫情防控", "epidemic control"
    EQUIPMENT = "equipment", "设备故障", "failure of equipment"
    WEATHER = "weather", "恶劣天气", "bad weather"
    STAFF = "staff", "人员调配", "lack of staff"
    OTHER = "other", "其他原因", "another reason"
