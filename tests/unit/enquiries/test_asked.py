"""Nothing of whoever asks, or of what he asks, is stored in the clear."""

from uuid import UUID

import msgspec

from domain.enquiries.asked import PART, AskedBy, sealed_question
from domain.enquiries.kind import EnquiryChannel, EnquiryTopic
from domain.vault import new_keys, unseal

STREAM = UUID(int=5)
ASKED = AskedBy(question="我的行驶证什么时候寄到？", name="王示例", mobile="13900000000")


def test_name_number_and_question_are_sealed_under_the_key_of_the_stream() -> None:
    (key,) = new_keys(1)
    command = sealed_question(
        ASKED,
        key,
        STREAM,
        office="410100",
        channel=EnquiryChannel.TELEPHONE,
        topic=EnquiryTopic.DELIVERY,
        case=None,
    )
    stored = msgspec.json.encode(command).decode()
    for text in (ASKED.question, ASKED.name, ASKED.mobile):
        assert text not in stored
    opened = unseal(key, STREAM, PART, command.sealed[PART])
    assert msgspec.json.decode(opened, type=AskedBy) == ASKED
    assert repr(ASKED) == "AskedBy()"
