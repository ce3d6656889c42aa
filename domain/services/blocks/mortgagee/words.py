"""The words of the mortgagee."""

from typing import Final

from domain.titles import Title

MORTGAGEE: Final = Title("抵押权人", "mortgagee")
