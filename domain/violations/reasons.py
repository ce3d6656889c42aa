"""Why a picture of a camera is not entered as a violation."""

from domain.choice import Choice


class DiscardReason(Choice):
    """What an officer found when he reviewed the picture (105 art. 19)."""

    UNCLEAR = "unclear", "影像不清晰", "the picture is unclear"
    NO_VIOLATION = "no_violation", "不构成违法行为", "it shows no violation"
    PLATE_MISREAD = "plate_misread", "号牌识别错误", "the plate was misread"
    EMERGENCY_VEHICLE = (
        "emergency_vehicle",
        "执行紧急任务的特种车辆",
        "a vehicle of the emergency services on duty",
    )
