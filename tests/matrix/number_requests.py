"""What is asked of plate numbers, and of whoever may choose none."""

from collections.abc import Mapping
from typing import Final

from api.resource import API
from tests.matrix.ask import Ask

NUMBER_ASKS: Final[Mapping[str, Ask]] = {
    f"GET {API}/plate-numbers/{{number}}": Ask(),
    f"GET {API}/plate-numbers/{{number}}/history": Ask(),
    f"GET {API}/bans/{{ban}}": Ask(),
    f"GET {API}/bans/{{ban}}/history": Ask(),
    f"POST {API}/bans/{{ban}}/lift-ban": Ask(),
}
