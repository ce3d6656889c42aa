"""Commands to a notice. Most are given by the service itself as it sends."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from domain.message import Command
from domain.notices.kinds import Addressee, NoticeChannel, UndeliveredReason, WaitReason

Provider = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]{1,40}$")]


class NoticeCommand(Command, frozen=True, kw_only=True):
    """A request about a notice."""


class NoticeFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Of which event somebody is told: that of a case, or that of a reminder."""

    case: UUID | None = None
    reminder: UUID | None = None
    version: int
    step: str
    office: str
    to: Addressee


class DeferNotice(NoticeCommand, frozen=True, kw_only=True):
    """Let it wait until an instant."""

    of: NoticeFacts
    reason: WaitReason
    until: datetime


class EntrustNotice(NoticeCommand, frozen=True, kw_only=True):
    """Record to which provider it is about to be given."""

    of: NoticeFacts
    channel: NoticeChannel
    provider: Provider


class AbandonNotice(NoticeCommand, frozen=True, kw_only=True):
    """Record that it is not sent, and why."""

    of: NoticeFacts
    reason: UndeliveredReason


class RecordHandOver(NoticeCommand, frozen=True, kw_only=True):
    """Record that the provider has taken it."""

    provider: Provider


class RecordReceipt(NoticeCommand, frozen=True, kw_only=True):
    """Record what the provider tells of its round: that it arrived, or why it did not."""

    provider: Provider
    round: int
    arrived_at: datetime | None = None
    reason: UndeliveredReason | None = None


class RepeatNotice(NoticeCommand, frozen=True, kw_only=True):
    """Have a notice that nobody received sent once more."""
