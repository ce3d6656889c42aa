"""Where applications come in. What arrives together is worked on together (ADR 12)."""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from domain.case.state import Case
from domain.door.attempt import Written
from domain.door.door import Begun
from domain.door.request import Request
from domain.keyring import Keyring
from domain.services.defects import FormRefused
from domain.services.form import Form
from domain.services.vouched import Vouched
from domain.submission.incoming import Incoming, Read, Received, read_of
from domain.submission.papers import Usable, paper_defects
from domain.submission.sealing import Applications
from domain.uploads.upload import About

ABREAST: Final = 32
"""How many forms are worked on in one go. More would keep everything else waiting too long."""


Prepare = Callable[[Sequence[Begun]], Sequence[Written[Case] | None]]


class Reception:
    """Checks, reads, seals and decides on bodies. Each step is done for all that came in one turn
    of the event loop.

    A step fills the processor's caches with its own code, which the next one would throw out
    again for every single form. ``check`` raises for bytes that must not be read. No bytes
    are a form without its fields. ``prepare`` is :meth:`Door.prepare
    <domain.door.door.Door.prepare>` of cases. ``usable`` finds uploads: what comes while it
    looks is looked up together, so a line of forms costs one question.
    """

    def __init__(
        self,
        applications: Applications,
        keyring: Keyring,
        check: Callable[[bytes], None],
        prepare: Prepare,
        usable: Usable,
    ) -> None:
        self._applications = applications
        self._keyring = keyring
        self._prepare = prepare
        self._check = check
        self._usable = usable
        self._line: deque[Incoming] = deque()
        self._held: list[Read] = []
        self._looking: asyncio.Task[None] | None = None

    async def receive(
        self, body: bytes, today: date, request: Request, vouched: Vouched
    ) -> Received:
        """Makes of the form in ``body`` a command under a fresh case id, asked for by ``request``
        through the channel that the form names.

        ``today`` is the office's day, and what the form says of its sender must be ``vouched``
        for. Raises what ``check`` raises, or ``FormRefused``.
        """
        key, loop = await self._keyring.new_key(), asyncio.get_running_loop()
        waiting = Incoming(body, today, request, vouched, key, loop.create_future())
        if not self._line:
            loop.call_soon(self._serve)
        self._line.append(waiting)
        return await waiting.answer

    def _serve(self) -> None:
        """A bad form fails alone, and leaves its key to another."""
        first = [self._line.popleft() for _ in range(min(len(self._line), ABREAST))]
        if self._line:
            asyncio.get_running_loop().call_soon(self._serve)
        self._held += self._read(self._checked(first))
        if self._held and self._looking is None:
            self._looking = asyncio.create_task(self._look_up())

    def _checked(self, line: list[Incoming]) -> list[Incoming]:
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

    def _read(self, line: list[Incoming]) -> list[Read]:
        """Returns those that name documents, and goes on at once with the others."""
        named, without = list[Read](), list[Read]()
        for waiting in line:
            try:
                read = read_of(waiting)
            except Exception as refused:  # noqa: BLE001 - as in _serve
                self._refuse(waiting, refused)
            else:
                (named if read.papers else without).append(read)
        self._go_on(without, {})
        return named

    async def _look_up(self) -> None:
        """Whatever becomes of it, nobody is left waiting, and whoever comes later is looked up."""
        line: list[Read] = []
        try:
            while self._held:
                line, self._held = self._held[:ABREAST], self._held[ABREAST:]
                try:
                    names = {paper.sha256 for read in line for paper in read.papers}
                    usable = await self._usable(names)
                except Exception as away:  # noqa: BLE001 - it is raised where it is waited for
                    for read in line:
                        self._refuse(read.waiting, away)
                else:
                    self._go_on(line, usable)
        except BaseException as fault:
            left, self._held = [*line, *self._held], []
            for read in left:
                read.waiting.give_up(fault)
            raise
        finally:
            self._looking = None

    def _go_on(self, line: list[Read], usable: Mapping[bytes, About]) -> None:
        good = []
        for waiting, form, papers in line:
            defects = paper_defects(waiting.request.by.caller, papers, usable) if papers else ()
            if isinstance(form, FormRefused):
                self._refuse(waiting, FormRefused(defects=(*form.defects, *defects)))
            elif defects:
                self._refuse(waiting, FormRefused(defects=defects))
            else:
                good.append((waiting, form))
        if good:
            self._finish(good)

    def _finish(self, line: list[tuple[Incoming, Form]]) -> None:
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

    def _refuse(self, waiting: Incoming, refused: Exception) -> None:
        self._keyring.give_back(waiting.key)
        waiting.fail(refused)
