"""A notice as its history says it is, and which stream tells somebody of a step."""

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.name_based import uuid5
from domain.notices.kinds import (
    Addressee,
    NoticeChannel,
    NoticeStage,
    UndeliveredReason,
    WaitReason,
)
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f9601").bytes


class Notice(State, frozen=True):
    """``round`` counts how often it is sent, and ``waits`` how often no answer came in this one."""

    stage: NoticeStage = NoticeStage.NEW
    case: UUID | None = None
    reminder: UUID | None = None
    version: int = 0
    step: str = ""
    office: str = ""
    to: Addressee = Addressee.APPLICANT
    channel: NoticeChannel | None = None
    provider: str | None = None
    round: Annotated[int, Title("发送次数", "times sent")] = 0
    waits: Annotated[int, Title("等待答复次数", "times without answer")] = 0
    wait_reason: WaitReason | None = None
    until: datetime | None = None
    arrived_at: datetime | None = None
    reason: UndeliveredReason | None = None


def notice_of(stream: UUID, version: int, to: Addressee) -> UUID:
    """The notice to this person of the event of a case, or a reminder, at this version."""
    return uuid5(_SPACE, f"{stream}:{version}:{to}")


def message_id(notice: UUID, round: int) -> UUID:
    """The id under which a provider gets it. It stays the same within a round."""
    return uuid5(_SPACE, f"{notice}:{round}")


class TagUnreadable(ValueError):
    """The text is no tag of a notice."""


def notice_tag(notice: UUID, round: int) -> str:
    """What a provider is told, and tells again in its receipt: which notice, and which round."""
    return f"{notice}.{round}"


def tagged_notice(tag: str) -> tuple[UUID, int]:
    """The notice and the round of a tag. Raises :class:`TagUnreadable`."""
    stream, _, round = tag.partition(".")
    try:
        return UUID(stream), int(round)
    except ValueError:
        raise TagUnreadable from None
