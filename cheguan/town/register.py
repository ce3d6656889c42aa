"""The town's register. It agrees, unless a new number has not answered its code."""

from domain.case.state import Case
from domain.services.catalogue import CATALOGUE
from domain.services.checks import MOBILE_VERIFIED
from domain.services.vehicle_contact_change.facts import VehicleContactChangeFacts


def verdict(check: str, current: Case) -> bool:
    """What the register says of a check. It is the same for the same case, whoever asks."""
    if check != MOBILE_VERIFIED.code:
        return True
    facts = current.facts
    return isinstance(facts, VehicleContactChangeFacts) and facts.mobile_verified


def agrees(current: Case) -> bool:
    """Whether every check of the case's service is passed."""
    return all(verdict(check.code, current) for check in CATALOGUE[current.service].checks)


class TownRegister:
    """A :class:`domain.register.Register`."""

    async def passes(self, check: str, current: Case) -> bool | None:
        return verdict(check, current)
