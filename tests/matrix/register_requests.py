"""How the routes of what the register has on record are asked."""

from collections.abc import Mapping
from typing import Final

from api.resource import API
from tests.matrix.ask import Ask

REGISTER_ASKS: Final[Mapping[str, Ask]] = {
    f"GET {API}/vehicles/{{vehicle}}": Ask(),
    f"GET {API}/vehicles/{{vehicle}}/history": Ask(),
    f"GET {API}/licences/{{licence}}": Ask(),
    f"GET {API}/licences/{{licence}}/history": Ask(),
    f"POST {API}/licences/{{licence}}/confirm-cancellation": Ask('{"duty":"renewal"}'),
    f"GET {API}/learner-permits/{{learner_permit}}": Ask(),
    f"GET {API}/learner-permits/{{learner_permit}}/history": Ask(),
}
