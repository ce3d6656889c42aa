"""The services at a server that is measured. What is scarce can be had there, open or not yet."""

from dataclasses import replace
from typing import Final

from domain.services.catalogue import EVERY_SERVICE, Catalogue

_SCARCE: Final = ("new_vehicle_preselect", "inspection_booking")
OPENED: Final[Catalogue] = {
    **EVERY_SERVICE,
    **{code: replace(EVERY_SERVICE[code], taken_in=True) for code in _SCARCE},
}
