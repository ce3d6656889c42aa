"""Commands to the samples of an official."""

from uuid import UUID

from domain.message import Command
from domain.notice_samples.kinds import SampleLanguage


class NoticeSampleCommand(Command, frozen=True, kw_only=True):
    """A request about samples."""


class AskForNoticeSample(NoticeSampleCommand, frozen=True, kw_only=True):
    """Have a text sent to one's own number, which whoever makes the command has sealed."""

    step: str
    language: SampleLanguage
    key_id: UUID
    sealed: dict[str, str]


class RecordSampleHandOver(NoticeSampleCommand, frozen=True, kw_only=True):
    """Record whether the gateway took a sample, or never will."""

    sample: int
    taken: bool
