"""Who hands parcels over: the officers of an office."""

from typing import Annotated

from fastapi import Depends

from api.identity import Identity
from api.pages.kit.officer import PagePermission
from domain.case.roles import OFFICERS

Officer = Annotated[Identity, Depends(PagePermission(OFFICERS))]
