"""Commands that wait for their commit, and what their callers are told."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from domain.codec import Codec
from domain.event_store.encoded import Encoded, states_of
from domain.event_store.pending import Answer, EventUnwritable


@dataclass(slots=True)
class Queued(Encoded):
    """A command whose caller waits for ``answer``."""

    answer: asyncio.Future[Answer]

    @property
    def given_up(self) -> bool:
        """Whether its caller was told that the outcome is unknown, so that it must not change."""
        return self.answer.done()


def encode(codec: Codec, batch: Iterable[Queued]) -> None:
    """Encodes one command after the other, so that the code stays in the processor's caches."""
    for queued in batch:
        try:
            queued.states = states_of(codec, queued.pending)
        except EventUnwritable as unwritable:
            fail([queued], unwritable)


def tell(queued: Queued, answer: Answer) -> None:
    """Gives the caller the answer, if it still waits."""
    if not queued.given_up:
        queued.answer.set_result(answer)


def fail(batch: Iterable[Queued], failure: Exception) -> None:
    """Raises the failure in every caller that still waits."""
    for queued in batch:
        if not queued.given_up:
            queued.answer.set_exception(failure)
