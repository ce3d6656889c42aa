"""Why something is not recorded of a notice."""

from dataclasses import dataclass

from domain.refusal import Conflict


@dataclass(kw_only=True)
class AnotherProviderHasIt(Conflict):
    """Whoever tells of it does not have it."""
