"""How the routes of the registers of improvements are asked."""

from collections.abc import Mapping
from typing import Final

from api.resource import API
from tests.matrix.ask import FORM, Ask

_ONE: Final = f"{API}/improvements/{{improvement}}"
_PAGE: Final = "/prefecture/improvements"
_ENTER: Final = (
    '{"region":"410100","area":"telephone","problem":"上午电话无人接听较多",'
    '"action":"增加接线人员","responsible":"410100","due_on":"{improvement_due}"}'
)

IMPROVEMENT_ASKS: Final[Mapping[str, Ask]] = {
    f"GET {API}/improvements": Ask(shown=lambda answer: bool(answer.json()["improvements"])),
    f"GET {_ONE}": Ask(),
    f"GET {_ONE}/history": Ask(),
    f"POST {API}/improvements/enter-improvement": Ask(_ENTER, begins=True),
    f"POST {_ONE}/move-improvement-due": Ask(
        '{"due_on":"{improvement_due}","reason":"话机尚未到货"}'
    ),
    f"POST {_ONE}/close-improvement": Ask('{"learned":"排班与来电高峰一致"}'),
    f"GET {_PAGE}": Ask(),
    f"POST {_PAGE}": Ask(
        "region=410100&area=telephone&problem=no+answer+at+ten&action=one+more+clerk"
        "&responsible=410100&due_on={improvement_due}&key={case}",
        media_type=FORM,
    ),
    f"GET {_PAGE}/{{improvement}}": Ask(),
    f"POST {_PAGE}/{{improvement}}": Ask(
        "act=move&version=1&due_on=2021-01-01&reason=the+day+stays", media_type=FORM
    ),
}
