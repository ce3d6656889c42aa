"""The register of vehicles and licences, as far as automatic checks ask it."""

from typing import Protocol

from domain.case.state import Case


class Register(Protocol):
    """Answers a check by the register's own data."""

    async def passes(self, check: str, current: Case) -> bool | None:
        """Whether the check is passed; None when the register cannot say."""
        ...
