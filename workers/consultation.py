"""What the register says of a case. Its sealed parts are opened for the question only."""

from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from domain.calendar import Calendar, local_day
from domain.case.state import Case
from domain.clocks.relief import Relief
from domain.exam_plans.booking import LearnerStanding, standing
from domain.identifiers import resident_id
from domain.identifiers.invalid import InvalidIdentifier
from domain.keyring import Keyring
from domain.register.port import RegisterExtract, RegisterPort
from domain.services.blocks.appointment.examination import ExamSlot
from domain.services.catalogue import Catalogue
from domain.services.given import Given, Numbers
from domain.vault import BlindIndex, Purpose
from workers.told import Told, inquiry_about, told_by


class Consulted(NamedTuple):
    """What each check comes to, by its code, and the instant of the register's data.

    ``holders`` are whom the register has for the vehicle, the licence and the permit, but for the
    applicant. ``learner`` is what the permit says of the examination that is booked.
    """

    as_of: datetime
    verdicts: Mapping[str, bool | None]
    holders: Set[bytes] = frozenset()
    learner: LearnerStanding | None = None


class Consultation(Protocol):
    @property
    def away(self) -> bool:
        """Whether the register counts as away, so that nobody asks it at present."""
        ...

    async def __call__(self, case: UUID, current: Case) -> Consulted:
        """Raises :class:`~domain.register.port.RegisterAway`."""
        ...


class OfTheRegister:
    """A :class:`Consultation`. ``names`` are the blind indexes under the key of the names.

    ``reliefs`` finds those that hold at an office. ``silent`` says whether the register has been
    silent so often that it is left in peace.
    """

    def __init__(
        self,
        register: RegisterPort,
        keyring: Keyring,
        names: BlindIndex,
        clock: Callable[[], datetime],
        calendar: Calendar,
        catalogue: Catalogue,
        reliefs: Callable[[str], Awaitable[Sequence[Relief]]],
        silent: Callable[[], bool] = lambda: False,
    ) -> None:
        self._register = register
        self._keyring = keyring
        self._names = names
        self._clock = clock
        self._calendar = calendar
        self._catalogue = catalogue
        self._reliefs = reliefs
        self._silent = silent

    @property
    def away(self) -> bool:
        return self._silent()

    async def __call__(self, case: UUID, current: Case) -> Consulted:
        told = await self.told(case, current)
        extract = await self._register.ask(inquiry_about(told, case if current.ordered else None))
        return self.judged(await self.given(current, told), extract)

    async def given(self, current: Case, told: Told) -> Given[Any]:
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
            numbers=self._numbers(told),
            proven=current.applicant_proven,
            born_on=_born_on(told, today),
            reliefs=await self._reliefs(current.office),
        )

    def _numbers(self, told: Told) -> Numbers:
        """Numbers by which the vehicle, the licence or the permit is named, as they are kept."""
        numbers = {
            "plate_no": (Purpose.PLATE, inquiry_about(told).plate),
            "vin": (Purpose.VIN, told.get("vin")),
            "file_no": (Purpose.FILE, told.get("file_no")),
            "permit_no": (Purpose.PERMIT, told.get("permit_no")),
        }
        return Numbers(
            **{name: self._names.of(kind, text) for name, (kind, text) in numbers.items() if text}
        )

    def judged(self, given: Given[Any], extract: RegisterExtract) -> Consulted:
        """What the checks say of the application with these records."""
        seen = replace(
            given, vehicle=extract.vehicle, licence=extract.licence, permit=extract.permit
        )
        service = self._catalogue[given.facts.service]
        verdicts = {check.code: check.judge(seen) for check in service.checks}
        holders = _holders(extract) - {given.applicant}
        return Consulted(
            extract.at, verdicts, holders, _learner(service.exam(given.facts), extract)
        )

    async def told(self, case: UUID, current: Case) -> Told:
        """The fields of the parts that matter, in the clear."""
        return await told_by(self._keyring, case, current)


def _learner(slot: ExamSlot | None, extract: RegisterExtract) -> LearnerStanding | None:
    return standing(extract.permit, slot.subject) if slot and extract.permit else None


def _holders(extract: RegisterExtract) -> Set[bytes]:
    """A vehicle that was never registered is nobody's."""
    vehicle, licence, permit = extract.vehicle, extract.licence, extract.permit
    found = {
        *([vehicle.owner] if vehicle else ()),
        *([licence.holder] if licence else ()),
        *([permit.holder] if permit else ()),
    }
    return found - {b""}


def _born_on(told: Told, today: date) -> date | None:
    """Only the number of a resident tells the birthday."""
    try:
        return resident_id.parse(told["id_no"], today=today).born_on
    except InvalidIdentifier:
        return None
