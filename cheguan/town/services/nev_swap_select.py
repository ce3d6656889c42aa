"""Numbers for new-energy vehicles, whose ordinary plates are exchanged at a window."""

from typing import Final

from cheguan.town.custom import Custom

CUSTOM: Final = Custom(registration="nev_plate_exchange")
