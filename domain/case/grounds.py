"""The closed lists that the state of a case holds."""

from typing import Final

from domain.choice import Choice


class Hold(Choice):
    """Why a case rests."""

    OFFICE_SUSPENDED = "office_suspended", "窗口业务暂停", "window business is suspended"
    AWAITING_CHECK = "awaiting_check", "等待核查结果", "waiting for the result of a check"
    SYSTEM_DOWN = "system_down", "系统故障", "system failure"
    RELIEF = "relief", "疫情防控期间期限延长措施", "epidemic relief"


class StopReason(Choice):
    """Why the statutory clock stands still (ALL art. 45)."""

    CORRECTION = "correction", "等待补正", "waiting for a correction"
    ON_SITE = "on_site", "现场办理", "at the window"
    AWAITING_CHECK = "awaiting_check", "等待核查结果", "waiting for the result of a check"
    RELIEF = "relief", "疫情防控期间期限延长措施", "epidemic relief"


class RecountGround(Choice):
    """Why days that were counted already are counted again."""

    HOLIDAY_NOTICE = (
        "holiday_notice",
        "国务院办公厅公布节假日安排",
        "publication of the public holidays",
    )
    REGISTRATION_BEGUN = (
        "registration_begun",
        "窗口正在办理登记",
        "a window is registering the vehicle",
    )


COUNTED: Final[frozenset[str]] = frozenset({*Hold, *RecountGround})
"""The grounds of an extension that are no relief."""


class GreenKind(Choice):
    """On what ground a case goes before the others: for the epidemic, for work, or in hardship."""

    AMBULANCE = "ambulance", "救护车", "ambulance"
    RESCUE_VEHICLE = "rescue_vehicle", "救援车辆", "rescue vehicle"
    MEDICAL_SUPPLIES = "medical_supplies", "防疫物资运输", "transport of medical supplies"
    EPIDEMIC_STAFF = "epidemic_staff", "疫情防控工作人员", "staff of epidemic control"
    PRODUCTION_RESUMPTION = "production_resumption", "企业复工复产", "resumption of production"
    LIVELIHOOD = "livelihood", "维持基本生活急需", "livelihood"
    MEDICAL = "medical", "就医急需", "medical need"
    OTHER = "other", "其他情形", "another ground"


class WarningLevel(Choice):
    """How near a deadline of the office is. Each next one goes to whoever stands above."""

    DUE_TOMORROW = "due_tomorrow", "下一工作日到期，提醒经办人", "due on the next working day"
    DUE_TODAY = "due_today", "今日到期，报单位负责人", "due today"
    OVERDUE = "overdue", "已逾期，报市级车辆管理所", "overdue"
