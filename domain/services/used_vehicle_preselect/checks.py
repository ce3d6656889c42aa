"""The check that only a used vehicle needs."""

from typing import Final

from domain.services.checks.check import Check
from domain.titles import Title

UNENCUMBERED: Final = Check(
    "C-MORTGAGE",
    Title("抵押情况核对", "Not mortgaged, or with consent"),
    "R-MORTGAGED",
    Title(
        zh="机动车已办理抵押登记，抵押权人未同意转让。请先解除抵押，或者取得抵押权人同意后再申请。",
        en="The vehicle is mortgaged and the mortgagee has not agreed to the sale. Have the "
        "mortgage released, or get the consent, then apply again.",
    ),
)
