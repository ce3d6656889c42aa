"""Where applications come in. What arrives together is worked on together (ADR 12)."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from msgspec.structs import replace

from domain.case.state import Case
from domain.door.attempt import Written
from domain.door.door import Begun
from domain.door.request import Request
from domain.keyring import Keyring
from domain.services.form import Form
from domain.services.reader import read_form
from domain.submission.sealing import Applications
from domain.vault import DataKey

ABREAST: Final = 32
"""How many forms are worked on in one go. More would keep everything else waiting too long."""


class Received(NamedTuple):
    """What :meth:`Door.begin <domain.door.door.Door.begin>` takes."""

    begun: Begun
    prepared: Written[Case] | None


Prepare = Callable[[Sequence[Begun]], Sequence[Written[Case] | None]]


@dataclass(slots=True)
class _Waiting:
    body: bytes
    today: date
    request: Request
    key: DataKey
    answer: asyncio.Future[Received]

    def fail(self, failure: Exception) -> None:
        if not self.answer.done():
            self.answer.set_exception(failure)


class Reception:
    """Checks, reads, seals and decides on bodies. Each step is done for all that came in one turn
    of the event loop.

    A step fills the processor's caches with its own code, which the next one would throw out
    again for every single form. ``check`` raises for bytes that must not be read. No bytes
    are a form without its fields. ``prepare`` is :meth:`Door.prepare
    <domain.door.door.Door.prepare>` of cases.
    """

    def __init__(
        self,
        applications: Applications,
        keyring: Keyring,
        check: Callable[[bytes], None],
        prepare: Prepare,
    ) -> None:
        self._applications = applications
        self._keyring = keyring
        self._prepare = prepare
        self._check = check
        self._line: deque[_Waiting] = deque()

    async def receive(self, body: bytes, today: date, request: Request) -> Received:
        """Makes of the form in ``body`` a command under a fresh case id, asked for by ``request``
        through the channel that the form names.

        ``today`` is the office's day. Raises what ``check`` raises, or ``FormRefused``.
        """
        key, loop = await self._keyring.new_key(), asyncio.get_running_loop()
        waiting = _Waiting(body, today, request, key, loop.create_future())
        if not self._line:
            loop.call_soon(self._serve)
        self._line.append(waiting)
        return await waiting.answer

    def _serve(self) -> None:
        """A bad form fails alone, and leaves its key to another."""
        first = [self._line.popleft() for _ in range(min(len(self._line), ABREAST))]
        if self._line:
            asyncio.get_running_loop().call_soon(self._serve)
        self._finish(self._read(self._checked(first)))

    def _checked(self, line: list[_Waiting]) -> list[_Waiting]:
        good = []
        for waiting in line:
            try:
                if waiting.body:
                    self._check(waiting.body)
            except Exception as refused:  # noqa: BLE001 - as in _serve
                self._refuse(waiting, refused)
            else:
                good.append(waiting)
        return good

    def _read(self, line: list[_Waiting]) -> list[tuple[_Waiting, Form]]:
        good = []
        for waiting in line:
            try:
                good.append((waiting, read_form(waiting.body, today=waiting.today)))
            except Exception as refused:  # noqa: BLE001 - as in _serve
                self._refuse(waiting, refused)
        return good

    def _finish(self, line: list[tuple[_Waiting, Form]]) -> None:
        """Finishes all together, or, if that fails, each alone, so that the bad one fails alone."""
        try:
            made = self._applications.sealed([(form, waiting.key) for waiting, form in line])
            begun = [
                Begun(*each, replace(waiting.request, channel=form.channel))
                for each, (waiting, form) in zip(made, line, strict=True)
            ]
            prepared = self._prepare(begun)
        except Exception as failed:  # noqa: BLE001 - it is raised where it is waited for
            if len(line) == 1:
                line[0][0].fail(failed)
            else:
                for each in line:
                    self._finish([each])
            return
        for (waiting, _), asked, decided in zip(line, begun, prepared, strict=True):
            if not waiting.answer.done():
                waiting.answer.set_result(Received(asked, decided))

    def _refuse(self, waiting: _Waiting, refused: Exception) -> None:
        self._keyring.give_back(waiting.key)
        waiting.fail(refused)
