"""How the routes of an order are asked."""

from collections.abc import Mapping
from typing import Final

from api.resource import API
from domain.case.intake.commands import RecordPayment
from tests.matrix.arranged import GOES_BACK
from tests.matrix.ask import FORM, Ask

_ORDER: Final = f"{API}/orders/{{order}}"
_TILL: Final = f"{API}/tills/{{till}}"

ORDERS: Final[Mapping[str, Ask]] = {
    f"GET {_ORDER}": Ask(at=RecordPayment),
    f"GET {_ORDER}/history": Ask(at=RecordPayment),
    f"GET {_ORDER}/charge": Ask(at=RecordPayment),
    f"GET {API}/collections/{{collection}}": Ask(),
    f"GET {API}/collections/{{collection}}/history": Ask(),
    f"GET {API}/tills": Ask(shown=lambda answer: bool(answer.json()["tills"])),
    f"GET {_TILL}": Ask(),
    f"GET {_TILL}/history": Ask(),
    f"POST {_TILL}/count-till": Ask('{"cash_fen":100,"card_fen":0}'),
    f"POST {_TILL}/close-till": Ask(),
    f"GET {API}/statistics/supervision": Ask(),
    f"GET {API}/statistics/takings": Ask(shown=lambda answer: bool(answer.json()["post"])),
    "GET /dashboard/treasury": Ask(),
    "GET /dashboard/treasury.csv": Ask(),
    "GET /counter/tills": Ask(),
    "GET /counter/tills/{till}": Ask(),
    "POST /counter/tills/{till}": Ask("act=close&version=2", media_type=FORM),
    f"POST {_ORDER}/pay-order": Ask('{"amount_fen":1}', at=RecordPayment),
    f"POST {_ORDER}/repeat-refund": Ask(f'{{"payment":"{GOES_BACK}"}}', at=RecordPayment),
}
