"""Numbers for used vehicles, which their new owners have transferred to them."""

from typing import Final

from cheguan.town.custom import Custom

CUSTOM: Final = Custom(registration="reg_transfer")
