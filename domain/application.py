"""From a form that has been read to a command that may be stored: split, indexed, sealed."""

from collections.abc import Mapping
from os import urandom
from uuid import UUID

from domain import claims
from domain.case.commands import SubmitCase
from domain.case_id import new_case_id
from domain.catalogue.service import Service, Subject
from domain.forms.facts import Subjects
from domain.forms.form import Form
from domain.forms.splitting import clear_facts, office_of, sealed_parts, subjects_of
from domain.identifiers import reference
from domain.keyring import Keyring
from domain.vault import BlindIndex, DataKey, Purpose, seal_parts


class Applications:
    """Makes the submission of a form; nothing personal leaves it in the clear."""

    def __init__(
        self, keyring: Keyring, index: BlindIndex, catalogue: Mapping[str, Service]
    ) -> None:
        self._keyring = keyring
        self._index = index
        self._catalogue = catalogue

    async def prepare(self, form: Form) -> tuple[UUID, SubmitCase]:
        """A fresh case id, and the command under it."""
        return self.sealed(form, await self._keyring.new_key())

    def sealed(self, form: Form, key: DataKey) -> tuple[UUID, SubmitCase]:
        """The same under ``key``, which must be fresh."""
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
