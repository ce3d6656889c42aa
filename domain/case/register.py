"""The register of vehicles and licences, as far as automatic checks ask it."""

from typing import Protocol

from domain.case.state import Case


class Register(Protocol):
    """Answers checks from the register's own data."""

    async def passes(self, check: str, current: Case) -> bool | None:
        """Whether the check is passed. None means that the register cannot say."""
        ...
