"""The codes of a case in words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.case.appointment.reasons import OfficeReason
from domain.case.examination.reasons import NotPlacedReason
from domain.case.expectation.reasons import DelayReason
from domain.case.grounds import GreenKind, Hold, RecountGround, StopReason, WarningLevel
from domain.case.intake.reasons import DefectCode, OnSiteReason, PaymentFailure
from domain.case.overlays.reasons import GreenProof
from domain.case.production.reasons import OldDocument
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.reservation.reasons import ReservationMismatch, TryRefused
from domain.case.review.reasons import CheckSource, ReassignmentReason
from domain.case.warnings.reasons import DeadlineMeasure
from domain.choice import Choice
from domain.clocks.clock import Clock
from domain.offices.transfer_reason import TransferReason
from domain.parcels.reasons import FailedDelivery, ScanStatus
from domain.penalties.reasons import ServiceManner
from domain.services.catalogue import REFUSALS
from domain.services.choices import DocumentKind
from domain.services.texts import PARTS
from domain.titles import Language, Title

GROUNDS: Final[Mapping[str, tuple[Title, type[Choice]]]] = MappingProxyType(
    {
        "defect": (Title("补正事项", "what is to be corrected"), DefectCode),
        "on_site": (Title("转现场办理原因", "why it goes to the window"), OnSiteReason),
        "payment_failure": (Title("缴费未成功原因", "why a payment failed"), PaymentFailure),
        "check_source": (Title("核查来源", "from where a check comes"), CheckSource),
        "reassignment": (Title("改派原因", "why a case is reassigned"), ReassignmentReason),
        "old_document": (Title("旧牌证处理", "what became of the old document"), OldDocument),
        "failed_delivery": (Title("投递未成功原因", "why a delivery failed"), FailedDelivery),
        "scan": (Title("邮件状态", "where a parcel was seen"), ScanStatus),
        "transfer": (Title("移交原因", "why a case is transferred"), TransferReason),
        "reconsideration": (
            Title("复议结果", "outcomes of reconsideration"),
            ReconsiderationOutcome,
        ),
        "reopening": (Title("重新办理原因", "why a case is reopened"), ReopeningCause),
        "hold": (Title("暂缓办理原因", "why a case rests"), Hold),
        "stop": (Title("期限中止原因", "why the clock stands still"), StopReason),
        "recount": (Title("重新计算期限的原因", "why a deadline is counted again"), RecountGround),
        "green_channel": (Title("绿色通道类别", "kinds of the green channel"), GreenKind),
        "no_place": (Title("考试预约未成功原因", "why a booking gets no place"), NotPlacedReason),
        "service_manner": (Title("处罚决定书送达方式", "how a decision is served"), ServiceManner),
        "reservation_mismatch": (
            Title("预选信息不符之处", "what differs from the registration"),
            ReservationMismatch,
        ),
        "try_refused": (Title("自编号码未选中原因", "why a number cannot be had"), TryRefused),
        "appointment": (
            Title("办理机关取消预约或者改期的原因", "why the office moves or cancels appointments"),
            OfficeReason,
        ),
        "warning_level": (Title("期限预警级别", "how near a deadline is"), WarningLevel),
        "delay": (Title("晚于预计时间的原因", "why it takes longer than told"), DelayReason),
        "deadline_measure": (
            Title("期限预警处置措施", "what is done about a deadline"),
            DeadlineMeasure,
        ),
        "green_proof": (Title("绿色通道核实依据", "how its ground was proven"), GreenProof),
    }
)
"""The closed lists that events and commands of a case draw from, each with its name."""
REASONS: Final[Mapping[str, Title]] = MappingProxyType(
    {member: member.words for _, grounds in GROUNDS.values() for member in grounds}
)
"""A value has the same words wherever it stands."""
CLOCKS: Final[Mapping[str, Title]] = {clock: clock.words for clock in Clock}
_CORRECTED: Final[Mapping[str, Title]] = {
    **PARTS,
    **{kind: kind.words for kind in DocumentKind},
}
FILED_LATE: Final = "filed_late"
_FILED_LATE: Final = Title("已超过法定期限", "after the last day")
_RIGHT_OFFICE = Title("有权办理的机关", "the office that has it")


def correction_place(where: str) -> Title:
    """The name of what a correction names: a paper, or a part of the form such as ``/delivery``."""
    return _CORRECTED.get(where.removeprefix("/")) or Title(where, where)


def detail_text(
    detail: str | None, language: Language, right_office: Title | None = None
) -> str | None:
    """The detail of a step in words. It is one code, or several joined by commas.

    A code behind a colon says what is wrong with the place before it.

    A code without words stays as it is, because little is better than nothing.
    """
    if not detail:
        return None
    texts = [_text(code, language, right_office or _RIGHT_OFFICE) for code in detail.split(",")]
    if all(text.endswith(("。", ".")) for text in texts):
        return ("" if language == "zh" else " ").join(texts)
    return ("；" if language == "zh" else "; ").join(text.rstrip("。.") for text in texts)


def _text(code: str, language: Language, right_office: Title) -> str:
    if ":" in code:
        where, _, wrong = code.partition(":")
        place, mark = correction_place(where).text(language), "：" if language == "zh" else ": "
        return f"{place}{mark}{_text(wrong, language, right_office)}"
    if code == FILED_LATE:
        return _FILED_LATE.text(language)
    title = REASONS.get(code) or REFUSALS.get(code) or CLOCKS.get(code)
    if title is None:
        return code
    return title.text(language).replace("{right_office}", right_office.text(language))
