"""A sample of a notice goes to the official who asked for it, and to nobody else."""

import logging
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from domain.door.door import Door
from domain.door.request import own_request
from domain.keyring import KeyErased, Keyring
from domain.notice_samples.commands import RecordSampleHandOver
from domain.notice_samples.events import NoticeSampleAsked
from domain.notice_samples.notice_samples import NOTICE_SAMPLES
from domain.notice_samples.state import NUMBER
from domain.notice_samples.texts import example_of, sample_text
from domain.recorded_event import RecordedEvent
from domain.sms import Sms
from domain.titles import Title
from domain.vault import unseal
from workers.messages.letter import Letter, sms

NAME: Final = "messenger"
_log: Final = logging.getLogger(__name__)


def sample_letter(door: Door, keyring: Keyring) -> Letter:
    async def write(cause: RecordedEvent) -> Sequence[Sms]:
        """Nothing is sent of a text that there is no more, nor when the number was erased."""
        event = cause.event
        assert isinstance(event, NoticeSampleAsked)
        example = example_of(event.step)
        if example is None:
            _log.error("messenger: no text tells of %s", event.step)
            return []
        try:
            key = await keyring.key(event.key_id)
        except KeyErased:
            return []
        number = unseal(key, cause.stream, NUMBER, event.sealed[NUMBER]).decode()
        message = sms(cause, "sample", number, Title("", ""))
        return [message._replace(text=sample_text(example.text, event.language))]

    async def record(cause: RecordedEvent, taken: bool) -> None:
        event = cause.event
        assert isinstance(event, NoticeSampleAsked)
        command = RecordSampleHandOver(sample=event.sample, taken=taken)
        request = own_request(NAME, cause.stream, cause.version, command)
        await door.handle(NOTICE_SAMPLES, cause.stream, command, replace(request, expected=None))

    return Letter(NoticeSampleAsked, write, record)
