"""Makes of a form that was read a command that may be stored: splits, indexes and seals it."""

from collections.abc import Sequence
from os import urandom
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid4

from msgspec.structs import replace

from domain.bans.state import ban_of
from domain.case.choosing import NumberWanted
from domain.case.intake.commands import GreenAtWindow, SubmitCase, TakeInAtWindow
from domain.case_id import new_case_id
from domain.claims.state import number_choice, open_case
from domain.identifiers import reference
from domain.identifiers.resident_id import birth_month
from domain.keyring import Keyring
from domain.one_time_codes.mobile_code import MobileCode
from domain.one_time_codes.state import code_stream
from domain.penalties.state import penalty_named
from domain.register.changes import Registrant
from domain.register.streams import licence_stream, permit_stream, vehicle_stream
from domain.services.catalogue import Catalogue
from domain.services.facts import Facts
from domain.services.form import Form
from domain.services.service import Service, Subject
from domain.services.split import (
    NUMBER,
    clear_facts,
    codes_of,
    number_of,
    office_of,
    sealed_parts,
    subjects_of,
)
from domain.services.subjects import GivenCode, GivenNumber, Subjects
from domain.services.window.form import WindowForm
from domain.submission.chosen_number import number_part, number_stream
from domain.vault import BlindIndex, DataKey, Purpose, seal_parts
from domain.violations.capture import named

NOTE: Final = "note"
"""The part of which an officer's note is sealed."""


class _Indexes(NamedTuple):
    id_no: bytes
    plate: bytes | None
    vin: bytes | None
    licence: bytes | None
    agent: bytes | None


class Applications:
    """Makes the submission of a form. Nothing personal leaves it in the clear.

    ``index`` is for look-ups and follows its key when that is replaced. ``names`` names what is
    claimed, for ever.
    """

    def __init__(
        self, keyring: Keyring, index: BlindIndex, names: BlindIndex, catalogue: Catalogue
    ) -> None:
        self._keyring = keyring
        self._index = index
        self._names = names
        self._catalogue = catalogue

    async def prepare(self, form: Form) -> tuple[UUID, SubmitCase]:
        """Returns a fresh case id, and the command under it."""
        return self.sealed([(form, await self._keyring.new_key())])[0]

    def sealed(self, line: Sequence[tuple[Form, DataKey]]) -> list[tuple[UUID, SubmitCase]]:
        """Does the same for each form under its key, which must be fresh.

        Each step is done for all forms before the next, so it finds its code in the
        processor's caches for every form but the first (ADR 12).
        """
        cases = [new_case_id() for _ in line]
        references = [reference.draw(urandom(reference.BYTES)) for _ in line]
        subjects = [subjects_of(form) for form, _ in line]
        indexes = [self._indexes(line[n][0], each) for n, each in enumerate(subjects)]
        services = [self._catalogue[form.service] for form, _ in line]
        claimed = [self._claim(*each) for each in zip(services, subjects, strict=True)]
        facts = [clear_facts(form) for form, _ in line]
        parts = [sealed_parts(form) for form, _ in line]
        keys = [key for _, key in line]
        sealed = [seal_parts(*each) for each in zip(keys, cases, parts, strict=True)]
        numbers = [
            self._wanted(keys[n], case, number_of(line[n][0]), subjects[n])
            for n, case in enumerate(cases)
        ]
        return [
            (
                case,
                SubmitCase(
                    office=office_of(line[n][0]),
                    reference=references[n],
                    facts=facts[n],
                    key_id=keys[n].id,
                    sealed=sealed[n],
                    claim=claimed[n],
                    id_no_index=indexes[n].id_no,
                    plate_index=indexes[n].plate,
                    vin_index=indexes[n].vin,
                    licence_index=indexes[n].licence,
                    agent_index=indexes[n].agent,
                    vehicle=self._vehicle(subjects[n]),
                    licence=self._licence(subjects[n]),
                    mobile_codes=tuple(map(self._mobile_code, codes_of(line[n][0]))),
                    permit=self._permit(services[n], facts[n], subjects[n]),
                    violation=self._violation(subjects[n]),
                    violation_plate_index=self._violation_plate(subjects[n]),
                    penalty=_penalty(subjects[n]),
                    number=numbers[n],
                ),
            )
            for n, case in enumerate(cases)
        ]

    def taken_in(
        self, form: WindowForm, key: DataKey, counter: str, green: GreenAtWindow | None = None
    ) -> tuple[UUID, TakeInAtWindow]:
        """Does the same for what a clerk enters at the window of ``counter``.

        The indexes that the register will have of the applicant are made here, because nobody
        else sees his number and his name.
        """
        ((case, application),) = self.sealed([(form, key)])
        if green:
            note = seal_parts(key, case, {NOTE: green.note.encode()})[NOTE]
            green = replace(green, note=note)
        number = self._names.of(Purpose.ID_NO, form.applicant.id_no)
        return case, TakeInAtWindow(
            application=application,
            counter=counter,
            permit=permit_stream(number) if form.row.on_permit else None,
            registrant=self._registrant(form, number),
            green=green,
        )

    def _registrant(self, form: WindowForm, number: bytes) -> Registrant | None:
        if not form.row.names_registrant:
            return None
        new, gets = form.new_vehicle, form.registration or form.new_plate
        return Registrant(
            number,
            self._names.of(Purpose.NAME, form.applicant.name),
            vin=self._names.of(Purpose.VIN, new.vin) if new else None,
            plate_no=self._names.of(Purpose.PLATE, gets.key) if gets else None,
            birth_month=birth_month(form.applicant.id_no) if form.row.first_licence else None,
        )

    def _indexes(self, form: Form, subjects: Subjects) -> _Indexes:
        return _Indexes(
            self._index.of(Purpose.ID_NO, subjects.id_no),
            self._maybe(Purpose.PLATE, subjects.plate),
            self._maybe(Purpose.VIN, subjects.vin),
            self._maybe(Purpose.LICENCE, subjects.licence_no),
            self._maybe(Purpose.ID_NO, form.agent.id_no if form.agent else None),
        )

    def _maybe(self, purpose: Purpose, text: str | None) -> bytes | None:
        return self._index.of(purpose, text) if text else None

    def _vehicle(self, subjects: Subjects) -> UUID | None:
        """The stream of the vehicle in the register. A vehicle is known there by its VIN."""
        if subjects.vin is None:
            return None
        return vehicle_stream(self._names.of(Purpose.VIN, subjects.vin))

    def _licence(self, subjects: Subjects) -> UUID | None:
        if subjects.licence_no is None:
            return None
        return licence_stream(self._names.of(Purpose.LICENCE, subjects.licence_no))

    def _permit(self, service: Service[Any], facts: Facts, subjects: Subjects) -> UUID | None:
        """The stream of the learner's permit of whoever books an examination."""
        if service.exam(facts) is None:
            return None
        return permit_stream(self._names.of(Purpose.ID_NO, subjects.id_no))

    def _violation(self, subjects: Subjects) -> UUID | None:
        return named(self._names, subjects.violation_no) if subjects.violation_no else None

    def _violation_plate(self, subjects: Subjects) -> bytes | None:
        """The plate as the violation has it, which is compared with it."""
        if subjects.violation_no is None or subjects.plate is None:
            return None
        return self._names.of(Purpose.PLATE, subjects.plate)

    def _wanted(
        self, key: DataKey, case: UUID, given: GivenNumber | None, subjects: Subjects
    ) -> NumberWanted | None:
        if given is None:
            return None
        owner, vehicle = self._names.of(Purpose.ID_NO, subjects.id_no), self._vehicle(subjects)
        number, sealed = None, dict[str, str]()
        if given.text:
            number = number_stream(self._names, given.plate_kind, given.text)
            sealed = seal_parts(key, case, {NUMBER: number_part(given.text)})
        return NumberWanted(
            session=uuid4(),
            method=given.method,
            prefix=given.prefix,
            plate_kind=given.plate_kind,
            letters=given.letters,
            owner=owner,
            ban_stream=ban_of(owner),
            number_stream=number,
            sealed=sealed,
            once=number_choice(vehicle) if given.once and vehicle else None,
        )

    def _mobile_code(self, given: GivenCode) -> MobileCode:
        number = self._names.of(Purpose.MOBILE, given.number)
        return MobileCode(code_stream(given.code), given.purpose, number)

    def _claim(self, service: Service[Any], subjects: Subjects) -> UUID:
        """The claim to the vehicle, the licence or the matter, or else to the person.

        A vehicle has its VIN for a name, as it has in the register, whatever plate is named.
        """
        purpose, about = Purpose.ID_NO, subjects.id_no
        if service.subject is Subject.LICENCE and subjects.licence_no:
            purpose, about = Purpose.LICENCE, subjects.licence_no
        elif service.subject is Subject.VEHICLE and subjects.vin:
            purpose, about = Purpose.VIN, subjects.vin
        elif service.subject is Subject.MATTER and subjects.matter_no:
            purpose, about = Purpose.MATTER, subjects.matter_no
        return open_case(service.exclusive, self._names.of(purpose, about))


def _penalty(subjects: Subjects) -> UUID | None:
    return penalty_named(subjects.decision_no) if subjects.decision_no else None
