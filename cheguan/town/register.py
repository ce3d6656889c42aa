"""The register of a town. It knows everybody who applies, and has what his fate wants.

Whoever is not on record yet is entered when his first application is looked up. Where the organ
of reconsideration has set a refusal aside, the register is put right before it is asked again.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from cheguan.town.fates import Fate, Plan
from cheguan.town.fines import TownFines
from cheguan.town.learners import EXAMS, learner_permit
from cheguan.town.lives import life_of
from cheguan.town.records import Records, fitting
from cheguan.town.spoilt import spoilt
from domain.aggregate import Aggregate, S
from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.state import Case
from domain.door.door import Begun, Door
from domain.door.request import own_request
from domain.keyring import Keyring
from domain.learner_permits.commands import EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.message import Command
from domain.people import system
from domain.register.port import RegisterExtract
from domain.register.streams import permit_stream
from domain.services.catalogue import EVERY_SERVICE
from domain.services.given import Given
from domain.services.window.table import ROWS
from domain.vault import BlindIndex
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from workers.consultation import Consulted, OfTheRegister
from workers.registers.own import OwnRegister
from workers.reliefs import reliefs_at
from workers.told import Told, inquiry_about

_NAME: Final = "town-register"
_FAILS: Final = frozenset({Fate.REFUSED, Fate.REOPENED, Fate.OVERRIDDEN})


def agrees(current: Case) -> bool:
    """Whether every check of the case's service is passed."""
    return all(current.checks.get(each.code) for each in EVERY_SERVICE[current.service].checks)


class TownRegister:
    """A :class:`workers.consultation.Consultation`."""

    def __init__(
        self, door: Door, keyring: Keyring, names: BlindIndex, clock: Callable[[], datetime]
    ) -> None:
        self._door = door
        self._own = OwnRegister(door, names, clock)
        self._fines = TownFines(door, keyring, names, clock)
        reliefs = partial(reliefs_at, door, system(_NAME))
        self._asked = OfTheRegister(
            self._own, keyring, names, clock, Calendar(), EVERY_SERVICE, reliefs
        )

    @property
    def away(self) -> bool:
        return False

    async def __call__(self, case: UUID, current: Case) -> Consulted:
        told = await self._asked.told(case, current)
        await self._fines.enter(case, current, told)
        given = await self._asked.given(current, told)
        found = await self._own.ask(inquiry_about(told, case if current.ordered else None))
        plan = await self._plan(case)
        put_right = plan.fate is Fate.REOPENED and bool(current.barred_reviewers)
        slot = EVERY_SERVICE[given.facts.service].exam(given.facts)
        if (slot or given.facts.service in EXAMS) and found.permit is None:
            permit = learner_permit(given, slot, plan.draw("learner"))
            enter = EnterLearnerPermit(record=permit)
            stream = permit_stream(permit.holder)
            await self._give(LEARNER_PERMIT, stream, enter, anew=False)
            found = replace(found, permit=permit)
        if put_right or _unknown(current, told, found):
            wanted = _wanted(plan, given, told, put_right=put_right)
            known = Records(None, None) if put_right else Records(found.vehicle, found.licence)
            await self._enter(current, wanted, known, anew=put_right)
            found = replace(
                found,
                vehicle=known.vehicle or wanted.vehicle,
                licence=known.licence or wanted.licence,
            )
        return self._asked.judged(given, found)

    async def _plan(self, case: UUID) -> Plan:
        return life_of(case, await self._door.recalled(CASE, case, system(_NAME))).plan

    async def _enter(self, current: Case, wanted: Records, known: Records, *, anew: bool) -> None:
        """Enters what is wanted and not known."""
        vehicle, licence = wanted
        if vehicle and current.vehicle and not known.vehicle:
            await self._give(VEHICLE, current.vehicle, EnterVehicle(record=vehicle), anew=anew)
        if licence and current.licence and not known.licence:
            await self._give(LICENCE, current.licence, EnterLicence(record=licence), anew=anew)

    async def _give(self, of: Aggregate[S], stream: UUID, command: Command, *, anew: bool) -> None:
        known = (await self._door.open(of, stream, system(_NAME)))[0].version if anew else 0
        request = own_request(_NAME, stream, known, command)
        if anew:
            await self._door.handle(of, stream, command, request)
        else:
            await self._door.begin(of, Begun(stream, command, request))
        self._door.forget(stream)


def _unknown(current: Case, told: Told, found: RegisterExtract) -> bool:
    """Whether something that the application is about is not on record.

    A vehicle that an office enters by its own outcome was never on record before, nor was the
    first licence of anybody.
    """
    new = getattr(current.facts, "new_vehicle", None)
    row = ROWS.get(current.service)
    no_vehicle = told.get("vin") and found.vehicle is None and not new
    first = row is not None and row.first_licence
    no_licence = told.get("licence_no") and found.licence is None and not first
    return bool(no_vehicle or no_licence)


def _wanted(plan: Plan, given: Given[Any], told: Told, *, put_right: bool) -> Records:
    """Records with which the checks come to what the plan wants."""
    checks = EVERY_SERVICE[plan.service].checks
    records = fitting(checks, given, told)
    if put_right or plan.fate not in _FAILS:
        return records
    return spoilt(checks, given, records, plan.draw("failing"))
