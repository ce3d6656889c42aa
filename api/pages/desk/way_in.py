"""Where the desk is, and who comes to it."""

from typing import Annotated, Final

from fastapi import Depends

from api.identity import Identity
from api.pages.kit.officer import PagePermission
from api.resource import OFFICIALS
from domain.people import Role

PATH: Final = "/desk"
MOVERS: Final = frozenset({Role.SUPERVISOR, Role.HQ})
"""Who may move cases: a duty leader from hand to hand, the headquarters from office to office."""
Officer = Annotated[Identity, Depends(PagePermission(OFFICIALS))]
