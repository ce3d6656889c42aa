"""Who asks and what he asks, in the clear, and the command by which it is stored sealed."""

from typing import Final
from uuid import UUID

import msgspec

from domain.enquiries.commands import ReceiveEnquiry
from domain.enquiries.kind import EnquiryChannel, EnquiryTopic
from domain.vault import DataKey, seal_parts

PART: Final = "enquiry"
"""The sealed part in which the name, the number and the first question stand."""


class AskedBy(msgspec.Struct, frozen=True, kw_only=True):
    """A question with whoever asks it. It is never stored so, and ``repr`` shows nothing.

    ``mobile`` and ``name`` may be empty, for whoever does not say.
    """

    question: str
    name: str = ""
    mobile: str = ""

    def __repr__(self) -> str:
        return "AskedBy()"


def sealed_question(
    asked: AskedBy,
    key: DataKey,
    stream: UUID,
    *,
    office: str,
    channel: EnquiryChannel,
    topic: EnquiryTopic,
    case: UUID | None,
) -> ReceiveEnquiry:
    """The command of a question that is sealed under ``key``, which must be fresh."""
    return ReceiveEnquiry(
        office=office,
        channel=channel,
        topic=topic,
        case=case,
        key_id=key.id,
        sealed=seal_parts(key, stream, {PART: msgspec.json.encode(asked)}),
    )
