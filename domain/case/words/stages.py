"""Where a case stands, as the notice board of the office would say it (domain.md §7.2)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.case.stage import Stage
from domain.titles import Title

STAGES: Final[Mapping[str, Title]] = MappingProxyType(
    {
        Stage.NEW: Title("尚未提交", "Not yet submitted"),
        Stage.PAYMENT_PENDING: Title("待缴费", "Awaiting payment"),
        Stage.SUBMITTED: Title("已提交，待受理", "Submitted"),
        Stage.CORRECTION_REQUESTED: Title("待补正", "Correction needed"),
        Stage.NOT_ACCEPTED: Title("不予受理", "Not accepted"),
        Stage.ACCEPTED: Title("已受理", "Accepted"),
        Stage.ON_SITE_REQUIRED: Title("转现场办理", "To be handled at the window"),
        Stage.IN_REVIEW: Title("审核中", "Under review"),
        Stage.APPROVED: Title("准予办理", "Approved"),
        Stage.REFUSED: Title("不予办理", "Refused"),
        Stage.IN_PRODUCTION: Title("制证中", "In production"),
        Stage.READY_TO_SEND: Title("待交寄", "Ready to post"),
        Stage.IN_POST: Title("寄递中", "In the post"),
        Stage.RETURNED: Title("邮件退回", "Returned to the office"),
        Stage.READY_FOR_PICKUP: Title("待领取", "Ready for pick-up"),
        Stage.DELIVERED: Title("已送达", "Delivered"),
        Stage.COMPLETED: Title("办结", "Completed"),
        Stage.WITHDRAWN: Title("已撤回", "Withdrawn"),
        Stage.LAPSED: Title("逾期终止", "Lapsed"),
    }
)
