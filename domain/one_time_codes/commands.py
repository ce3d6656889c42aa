"""Commands to a one-time code. Whoever makes them has the keys; a decision only compares."""

from uuid import UUID

from domain.code_purpose import CodePurpose
from domain.message import Command


class OneTimeCodeCommand(Command, frozen=True, kw_only=True):
    """A request to a code."""


class RequestOneTimeCode(OneTimeCodeCommand, frozen=True, kw_only=True):
    """Have digits sent to a number."""

    purpose: CodePurpose
    number_index: bytes
    digits_index: bytes
    key_id: UUID
    sealed: dict[str, str]


class ConfirmOneTimeCode(OneTimeCodeCommand, frozen=True, kw_only=True):
    """Enter digits. ``digits_indexes`` are theirs under every key that is in use."""

    digits_indexes: tuple[bytes, ...]


class UseOneTimeCode(OneTimeCodeCommand, frozen=True, kw_only=True):
    """Let an application rest on the code, as proof of this number for this purpose."""

    case: UUID
    purpose: CodePurpose
    number_index: bytes
