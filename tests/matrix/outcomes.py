"""What an answer says of whoever asked: whether he may, and why not."""

import re
from typing import Final

import httpx

from domain.choice import Choice
from tests.matrix.ask import Ask


class Outcome(Choice):
    """What came of a request, as far as it depends on who asks."""

    YES = "yes", "可以", "he may, or is refused for another reason than who he is"
    ROLE = "role", "角色无权", "his role may not use the route: 403"
    HIDDEN = "hidden", "不可见", "it does not exist for him: 404, or nothing is listed"
    OWN = "own", "应当回避", "it is his own matter: 403 `conflict-of-interest`"
    OTHER = "other", "须由他人办理", "two pairs of eyes: 403 `other-officer-required`"
    PLACE = "place", "非本市", "another prefecture decides it: 403"
    ABOVE = "above", "由支队决定", "the city traffic police decide it: 403 `not-the-detachment`"
    HANDS = "hands", "不在其手中", "another officer has it: 403 `not-the-reviewer`"
    SELF = "self", "须由本人办理", "whoever applied online does it himself: 403 `applied-online`"


_BY_CODE: Final = {
    "forbidden": Outcome.ROLE,
    "not-permitted": Outcome.ROLE,
    "not-found": Outcome.HIDDEN,
    "conflict-of-interest": Outcome.OWN,
    "other-officer-required": Outcome.OTHER,
    "not-the-reviewer": Outcome.HANDS,
    "other-prefecture": Outcome.PLACE,
    "place-of-others": Outcome.PLACE,
    "centre-of-others": Outcome.PLACE,
    "alarm-of-another-place": Outcome.PLACE,
    **dict.fromkeys(("exam-site-of-others", "hall-of-others"), Outcome.PLACE),
    "not-the-detachment": Outcome.ABOVE,
    "measures-of-the-detachment": Outcome.ABOVE,
    "improvement-of-the-detachment": Outcome.ABOVE,
    "applied-online": Outcome.SELF,
    "till-of-another": Outcome.HANDS,
    "counted-by-oneself": Outcome.OTHER,
    "enquiry-desk-of-others": Outcome.PLACE,
    "caller-rates-himself": Outcome.SELF,
}
_TOO_EARLY: Final = frozenset(
    {
        "form-invalid",
        "bad-request",
        "moved-on",
        "not-at-this-stage",
        "not-as-things-stand",
        "method-not-allowed",
        "parcel-unknown",
    }
)
"""Whoever is told so has not come as far as to where people are told apart."""


_ON_A_PAGE: Final = re.compile(r'<span class="code">([a-z-]+)</span></p>')


def outcome_of(route: str, ask: Ask, answer: httpx.Response) -> Outcome:
    if answer.is_success or answer.is_redirect:
        return Outcome.YES if ask.shown(answer) else Outcome.HIDDEN
    code = _code(answer)
    assert answer.status_code < 500, (route, answer.text)
    assert answer.status_code not in (401, 429), (route, answer.text)
    assert code not in _TOO_EARLY, (route, answer.text)
    if answer.status_code in (403, 404):
        assert code in _BY_CODE, (route, answer.status_code, answer.text)
        return _BY_CODE[code]
    return Outcome.YES


def _code(answer: httpx.Response) -> str:
    if "json" not in answer.headers.get("content-type", ""):
        told = _ON_A_PAGE.search(answer.text)
        # A page that offers the sign-in, or a form again, names no code.
        return (
            told.group(1)
            if told
            else {403: "forbidden", 404: "not-found"}.get(answer.status_code, "")
        )
    return str(answer.json()["type"]).rpartition("/")[2]
