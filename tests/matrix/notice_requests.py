"""How the routes of notices are asked."""

from collections.abc import Mapping
from typing import Final

from api.resource import API
from tests.matrix.ask import Ask

_NOTICE: Final = f"{API}/notices/{{notice}}"
NOTICE_ASKS: Final[Mapping[str, Ask]] = {
    f"GET {_NOTICE}": Ask(),
    f"GET {_NOTICE}/history": Ask(),
    f"POST {_NOTICE}/repeat-notice": Ask(),
}
