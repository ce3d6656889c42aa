"""How the routes of notices are asked."""

from collections.abc import Mapping
from typing import Final

from api.resource import API
from tests.matrix.ask import FORM, Ask

_NOTICE: Final = f"{API}/notices/{{notice}}"
NOTICE_ASKS: Final[Mapping[str, Ask]] = {
    f"GET {API}/notices": Ask(),
    f"GET {_NOTICE}": Ask(),
    f"GET {_NOTICE}/history": Ask(),
    f"POST {_NOTICE}/repeat-notice": Ask(),
    "GET /notices": Ask(),
    "GET /notices/texts": Ask(),
    "GET /notices/case/{case}": Ask(),
    "POST /notices/case/{case}": Ask("notice={notice}", media_type=FORM),
}
