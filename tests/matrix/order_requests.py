"""How the routes of an order are asked."""

from collections.abc import Mapping
from typing import Final

from api.resource import API
from domain.case.intake.commands import RecordPayment
from tests.matrix.arranged import GOES_BACK
from tests.matrix.ask import Ask

_ORDER: Final = f"{API}/orders/{{order}}"

ORDERS: Final[Mapping[str, Ask]] = {
    f"GET {_ORDER}": Ask(at=RecordPayment),
    f"GET {_ORDER}/history": Ask(at=RecordPayment),
    f"GET {_ORDER}/charge": Ask(at=RecordPayment),
    f"POST {_ORDER}/pay-order": Ask('{"amount_fen":1}', at=RecordPayment),
    f"POST {_ORDER}/repeat-refund": Ask(f'{{"payment":"{GOES_BACK}"}}', at=RecordPayment),
}
