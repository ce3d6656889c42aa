"""The words of the pages of notices."""

from typing import Final

from domain.notices.kinds import NoticeStage, UndeliveredReason, WaitReason
from domain.titles import Language, Title

TITLE: Final = Title("通知记录", "Notices")
TEXTS: Final = Title("通知文本", "Texts of notices")
TONES: Final = {
    NoticeStage.ARRIVED: "good",
    NoticeStage.UNDELIVERED: "bad",
    NoticeStage.WAITING: "wait",
}
"""How a stage looks on a page. The others look like nothing in particular."""
_REASONS: Final = {each.value: each for each in (*UndeliveredReason, *WaitReason)}


def reason_text(code: str | None, language: Language) -> str | None:
    """Why a notice waits, or why nobody has received it."""
    reason = _REASONS.get(code) if code else None
    return reason.text(language) if reason else code
