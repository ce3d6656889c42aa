"""Problems, the one shape of every refusal on the wire (RFC 9457).

A problem names its ``type``, which resolves to a page, and says in the caller's language what
can be done. It never repeats what the caller sent.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec
from starlette.responses import Response

from api.gate_texts import GATE
from api.language import Language
from api.problem_texts import GENERAL, IDENTITY, UNKNOWN, ProblemText
from api.refusal_texts import REFUSALS
from api.request_texts import REQUESTS
from api.security.events import COMMAND_REFUSED, STREAM_WITHHELD
from api.security.log import noted
from api.statuses import status_of
from api.wire_texts import WIRE
from domain.aggregate import Aggregate
from domain.door.refusals import Withheld
from domain.refusal import Forbidden, Refusal
from domain.wording import Explanation

MEDIA_TYPE: Final = "application/problem+json"

TEXTS: Final[Mapping[str, ProblemText]] = {
    **GENERAL,
    **IDENTITY,
    **GATE,
    **WIRE,
    **REQUESTS,
    **REFUSALS,
}
"""What the API says by itself; the words of an aggregate are its own."""

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
        text: ProblemText | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.text = text or TEXTS.get(code, UNKNOWN)
        self.status = status
        self.members = dict(members or {})
        self.headers = dict(headers or {})

    def described(self, language: Language) -> Description:
        """What is said of it to people."""
        return _described(self.code, self.text, language)

    def body(self, language: Language) -> dict[str, object]:
        """The problem document, with the members of the standard first."""
        _, title, detail = self.described(language)
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


class Problems:
    """The problems that the refusals of some aggregates become, each in the words of its own.

    Raises ``TypeError`` if two aggregates explain one code in different words.
    """

    def __init__(self, aggregates: Iterable[Aggregate[Any]] = ()) -> None:
        own: dict[str, Explanation] = {}
        for aggregate in aggregates:
            for code, explanation in aggregate.words.refusals.items():
                if own.setdefault(code, explanation) != explanation:
                    raise TypeError(f"{code} is explained twice")
        self._texts = {**TEXTS, **{code: _text(found) for code, found in own.items()}}

    @property
    def codes(self) -> Sequence[str]:
        """Every code there is."""
        return tuple(self._texts)

    def of(self, refusal: Refusal) -> Problem:
        """The problem that a refusal becomes. Its fields become extension members.

        This is the one way of a refusal out, so the security log is told here of those that
        say no to the caller himself.
        """
        if isinstance(refusal, Forbidden):
            noted(COMMAND_REFUSED, refusal=refusal.code)
        elif isinstance(refusal, Withheld):
            noted(STREAM_WITHHELD, kind=refusal.kind, stream=refusal.stream)
        return Problem(
            refusal.code,
            status_of(type(refusal)),
            members=refusal.details(),
            text=self._texts.get(refusal.code),
        )

    def example(self, code: str, status: int, members: Mapping[str, object]) -> Problem:
        """The problem of this code as a caller might get it."""
        return Problem(code, status, members=members, text=self._texts.get(code))

    def describe(self, code: str, language: Language) -> Description | None:
        """What the page ``/problems/{code}`` says. None means that there is no such problem."""
        text = self._texts.get(code)
        return _described(code, text, language) if text else None


def _text(explanation: Explanation) -> ProblemText:
    title, detail = explanation
    return ProblemText(title.zh, title.en, detail.zh, detail.en)


def _described(code: str, text: ProblemText, language: Language) -> Description:
    if language == "zh":
        return Description(code, text.zh_title, text.zh_detail)
    return Description(code, text.en_title, text.en_detail)
