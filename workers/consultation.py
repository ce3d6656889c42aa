"""What the register says of a case. Its sealed parts are opened for the question only."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from domain.calendar import Calendar, local_day
from domain.case.state import Case
from domain.identifiers import resident_id
from domain.identifiers.invalid import InvalidIdentifier
from domain.keyring import Keyring
from domain.register.port import RegisterExtract, RegisterPort
from domain.services.catalogue import Catalogue
from domain.services.given import Given
from domain.vault import BlindIndex, Purpose
from workers.told import Told, inquiry_about, told_by


class Consulted(NamedTuple):
    """What each check comes to, by its code, and the instant of the register's data."""

    as_of: datetime
    verdicts: Mapping[str, bool | None]


class Consultation(Protocol):
    async def __call__(self, case: UUID, current: Case) -> Consulted:
        """Raises :class:`~domain.register.port.RegisterAway`."""
        ...


class OfTheRegister:
    """A :class:`Consultation`. ``names`` are the blind indexes under the key of the names."""

    def __init__(
        self,
        register: RegisterPort,
        keyring: Keyring,
        names: BlindIndex,
        clock: Callable[[], datetime],
        calendar: Calendar,
        catalogue: Catalogue,
    ) -> None:
        self._register = register
        self._keyring = keyring
        self._names = names
        self._clock = clock
        self._calendar = calendar
        self._catalogue = catalogue

    async def __call__(self, case: UUID, current: Case) -> Consulted:
        told = await self.told(case, current)
        extract = await self._register.ask(inquiry_about(told))
        return self.judged(self.given(current, told), extract)

    def given(self, current: Case, told: Told) -> Given[Any]:
        """The application as the checks look at it, before the register has said anything."""
        today = local_day(self._clock())
        assert current.facts is not None
        return Given(
            facts=current.facts,
            today=today,
            calendar=self._calendar,
            office=current.office,
            applicant=self._names.of(Purpose.ID_NO, told["id_no"]),
            name=self._names.of(Purpose.NAME, told["name"]),
            born_on=_born_on(told, today),
        )

    def judged(self, given: Given[Any], extract: RegisterExtract) -> Consulted:
        """What the checks say of the application with these records."""
        seen = replace(
            given, vehicle=extract.vehicle, licence=extract.licence, permit=extract.permit
        )
        checks = self._catalogue[given.facts.service].checks
        return Consulted(extract.at, {check.code: check.judge(seen) for check in checks})

    async def told(self, case: UUID, current: Case) -> Told:
        """The fields of the parts that matter, in the clear."""
        return await told_by(self._keyring, case, current)


def _born_on(told: Told, today: date) -> date | None:
    """Only the number of a resident tells the birthday."""
    try:
        return resident_id.parse(told["id_no"], today=today).born_on
    except InvalidIdentifier:
        return None
