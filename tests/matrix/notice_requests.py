"""How the routes of notices and reminders are asked."""

from collections.abc import Mapping
from typing import Final

from api.resource import API
from tests.matrix.ask import FORM, Ask

_NOTICE: Final = f"{API}/notices/{{notice}}"
_REMINDER: Final = f"{API}/reminders/{{reminder}}"
NOTICE_ASKS: Final[Mapping[str, Ask]] = {
    f"GET {API}/notices": Ask(),
    f"GET {_NOTICE}": Ask(),
    f"GET {_NOTICE}/history": Ask(),
    f"POST {_NOTICE}/repeat-notice": Ask(),
    f"GET {API}/reminders": Ask(),
    f"GET {_REMINDER}": Ask(),
    f"GET {_REMINDER}/history": Ask(),
    "GET /notices": Ask(),
    "GET /notices/texts": Ask(),
    f"GET {API}/notice-samples/{{notice_samples}}": Ask(),
    f"GET {API}/notice-samples/{{notice_samples}}/history": Ask(),
    "GET /notices/sample": Ask(),
    "POST /notices/sample": Ask("step=CaseAccepted&language=both&key={case}", media_type=FORM),
    "GET /notices/case/{case}": Ask(),
    "POST /notices/case/{case}": Ask("notice={notice}", media_type=FORM),
}
