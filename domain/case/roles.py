"""Who gives commands to a case."""

from typing import Final

from domain.people import Role

APPLICANTS: Final = frozenset({Role.APPLICANT, Role.PARTNER})
OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
LEADERS: Final = frozenset({Role.SUPERVISOR})
SYSTEM: Final = frozenset({Role.SYSTEM})
POST: Final = OFFICERS | {Role.CARRIER}
