"""From a form to a command that may be stored: read, split, indexed, sealed."""

import asyncio
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from os import urandom
from typing import Final
from uuid import UUID

from domain import claims
from domain.case.commands import SubmitCase
from domain.case_id import new_case_id
from domain.catalogue.service import Service, Subject
from domain.forms.facts import Subjects
from domain.forms.form import Form
from domain.forms.reading import read_form
from domain.forms.splitting import clear_facts, office_of, sealed_parts, subjects_of
from domain.identifiers import reference
from domain.keyring import Keyring
from domain.vault import BlindIndex, DataKey, Purpose, seal_parts

ABREAST: Final = 32
"""Forms worked on in one go; more would keep everything else waiting too long."""
Prepared = tuple[Form, UUID, SubmitCase]


@dataclass(slots=True)
class _Waiting:
    body: bytes
    today: date
    key: DataKey
    answer: asyncio.Future[Prepared]


class Applications:
    """Makes the submission of a form; nothing personal leaves it in the clear."""

    def __init__(
        self, keyring: Keyring, index: BlindIndex, catalogue: Mapping[str, Service]
    ) -> None:
        self._keyring = keyring
        self._index = index
        self._catalogue = catalogue
        self._line: deque[_Waiting] = deque()

    async def receive(self, body: bytes, today: date) -> Prepared:
        """The form in ``body`` and what :meth:`prepare` makes of it; raises ``FormRefused``.

        What is asked for in one turn of the event loop is done in one go: all forms are
        read, then all are sealed. Each of the two fills the processor's caches with its
        own code, which the other would throw out again for every single form.
        """
        key, loop = await self._keyring.new_key(), asyncio.get_running_loop()
        waiting = _Waiting(body, today, key, loop.create_future())
        if not self._line:
            loop.call_soon(self._serve)
        self._line.append(waiting)
        return await waiting.answer

    async def prepare(self, form: Form) -> tuple[UUID, SubmitCase]:
        """A fresh case id, and the command under it."""
        return self._sealed(form, await self._keyring.new_key())

    def _serve(self) -> None:
        """Read, then seal, what waits. A bad form fails alone, and leaves its key to another."""
        first = [self._line.popleft() for _ in range(min(len(self._line), ABREAST))]
        if self._line:
            asyncio.get_running_loop().call_soon(self._serve)
        read: list[tuple[_Waiting, Form]] = []
        for waiting in first:
            try:
                read.append((waiting, read_form(waiting.body, today=waiting.today)))
            except Exception as refused:  # noqa: BLE001 - it is raised where it is waited for
                self._keyring.give_back(waiting.key)
                _fail(waiting, refused)
        for waiting, form in read:
            try:
                prepared = form, *self._sealed(form, waiting.key)
            except Exception as failed:  # noqa: BLE001 - as above
                _fail(waiting, failed)
            else:
                if not waiting.answer.done():
                    waiting.answer.set_result(prepared)

    def _sealed(self, form: Form, key: DataKey) -> tuple[UUID, SubmitCase]:
        case, subjects = new_case_id(), subjects_of(form)
        service = self._catalogue[form.code()]
        plate = self._maybe(Purpose.PLATE, subjects.plate)
        licence = self._maybe(Purpose.LICENCE, subjects.licence_no)
        about = plate if service.subject is Subject.VEHICLE else licence
        return case, SubmitCase(
            service=service.code,
            office=office_of(form),
            reference=reference.draw(urandom(reference.BYTES)),
            facts=clear_facts(form),
            key_id=key.id,
            sealed=seal_parts(key, case, sealed_parts(form)),
            claim=claims.open_case(service.exclusive, about or self._person(subjects)),
            id_no_index=self._person(subjects),
            plate_index=plate,
            vin_index=self._maybe(Purpose.VIN, subjects.vin),
            licence_index=licence,
        )

    def _person(self, subjects: Subjects) -> bytes:
        return self._index.of(Purpose.ID_NO, subjects.id_no)

    def _maybe(self, purpose: Purpose, text: str | None) -> bytes | None:
        return self._index.of(purpose, text) if text else None


def _fail(waiting: _Waiting, failure: Exception) -> None:
    if not waiting.answer.done():
        waiting.answer.set_exception(failure)
