"""What is asked of plate numbers, and of whoever may choose none."""

from collections.abc import Mapping
from typing import Final

from api.resource import API
from domain.case.reservation.commands import ChooseNumber, OfferNumbers
from tests.matrix.ask import FORM, Ask

NUMBER_ASKS: Final[Mapping[str, Ask]] = {
    f"GET {API}/applications/{{case}}/offered-numbers": Ask(),
    f"POST {API}/applications/{{case}}/offer-numbers": Ask(at=OfferNumbers),
    f"POST {API}/applications/{{case}}/choose-number": Ask(
        '{"plate_no":"豫A12345"}', at=ChooseNumber
    ),
    "GET /mine/{case}/number": Ask(at=ChooseNumber),
    "POST /mine/{case}/number": Ask("act=look", at=ChooseNumber, media_type=FORM),
    f"GET {API}/plate-numbers/{{number}}": Ask(),
    f"GET {API}/plate-numbers/{{number}}/history": Ask(),
    f"GET {API}/bans/{{ban}}": Ask(),
    f"GET {API}/bans/{{ban}}/history": Ask(),
    f"POST {API}/bans/{{ban}}/lift-ban": Ask(),
}
