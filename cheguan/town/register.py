"""The town's register. It agrees, unless the custom of a service says otherwise."""

from cheguan.town.customs import CUSTOMS
from domain.case.state import Case
from domain.services.catalogue import CATALOGUE


def verdict(check: str, current: Case) -> bool:
    """What the register says of a check. It is the same for the same case, whoever asks."""
    return CUSTOMS[current.service].passes(current.facts, check)


def agrees(current: Case) -> bool:
    """Whether every check of the case's service is passed."""
    return all(verdict(check.code, current) for check in CATALOGUE[current.service].checks)


class TownRegister:
    """A :class:`domain.case.register.Register`."""

    async def passes(self, check: str, current: Case) -> bool | None:
        return verdict(check, current)
