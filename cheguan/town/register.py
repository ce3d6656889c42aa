"""The town's register. It agrees, unless the custom of a service says otherwise."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from cheguan.town.customs import CUSTOMS
from domain.case.state import Case
from domain.services.catalogue import CATALOGUE
from workers.consultation import Consulted


def verdict(check: str, current: Case) -> bool:
    """What the register says of a check. It is the same for the same case, whoever asks."""
    return CUSTOMS[current.service].passes(current.facts, check)


def agrees(current: Case) -> bool:
    """Whether every check of the case's service is passed."""
    return all(verdict(check.code, current) for check in CATALOGUE[current.service].checks)


class TownRegister:
    """A :class:`workers.consultation.Consultation`. It says nothing of what an officer decides."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    async def __call__(self, case: UUID, current: Case) -> Consulted:
        service = CATALOGUE[current.service]
        checks = service.checks if service.automatic else ()
        return Consulted(self._clock(), {each.code: verdict(each.code, current) for each in checks})
