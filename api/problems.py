"""Problems, the one shape of every refusal on the wire (RFC 9457).

A problem names its ``type``, which resolves to a page, and says in the caller's language what
can be done. It never repeats what the caller sent.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

import msgspec
from starlette.responses import Response

from api.gate_texts import GATE
from api.language import Language
from api.problem_texts import GENERAL, IDENTITY, UNKNOWN, ProblemText
from api.refusal_texts import REFUSALS
from api.request_texts import REQUESTS
from api.statuses import status_of
from domain.aggregates import AGGREGATES
from domain.refusal import Refusal

MEDIA_TYPE: Final = "application/problem+json"

_OWN: Final = {
    code: ProblemText(title.zh, title.en, detail.zh, detail.en)
    for aggregate in AGGREGATES
    for code, (title, detail) in aggregate.words.refusals.items()
}
TEXTS: Final[Mapping[str, ProblemText]] = {
    **GENERAL,
    **IDENTITY,
    **GATE,
    **REQUESTS,
    **REFUSALS,
    **_OWN,
}

_TAGS: Final[Mapping[Language, str]] = {"zh": "zh-CN", "en": "en"}

_STANDARD: Final = frozenset({"type", "title", "status", "detail", "instance"})


class Description(NamedTuple):
    """What the page of a problem says."""

    code: str
    title: str
    detail: str


class Problem(Exception):
    """A refusal as HTTP shows it. Raise it in a route, or send :meth:`response` by hand.

    ``members`` are extension members such as ``defects``. They never replace a member of the
    standard.
    """

    def __init__(
        self,
        code: str,
        status: int,
        *,
        members: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.members = dict(members or {})
        self.headers = dict(headers or {})

    def body(self, language: Language) -> dict[str, object]:
        """The problem document, with the members of the standard first."""
        _, title, detail = _described(self.code, language)
        return {
            "type": f"/problems/{self.code}",
            "title": title,
            "status": self.status,
            "detail": detail,
            **{name: value for name, value in self.members.items() if name not in _STANDARD},
        }

    def response(self, language: Language) -> Response:
        """The answer as ``application/problem+json``."""
        return Response(
            msgspec.json.encode(self.body(language), enc_hook=str),
            status_code=self.status,
            headers={"content-language": _TAGS[language], **self.headers},
            media_type=MEDIA_TYPE,
        )


def describe(code: str, language: Language) -> Description | None:
    """What the page ``/problems/{code}`` says. ``None`` means that there is no such problem."""
    return _described(code, language) if code in TEXTS else None


def problem_for(refusal: Refusal) -> Problem:
    """The problem that a refusal of the domain becomes. Its fields become extension members."""
    return Problem(refusal.code, status_of(type(refusal)), members=refusal.details())


def _described(code: str, language: Language) -> Description:
    text = TEXTS.get(code, UNKNOWN)
    if language == "zh":
        return Description(code, text.zh_title, text.zh_detail)
    return Description(code, text.en_title, text.en_detail)
