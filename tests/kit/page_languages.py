"""Finds on a page what stands in another language than the page."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

_CHINESE: Final = re.compile(r"[\u3400-\u9fff]+")
_ENGLISH: Final = re.compile(r"(?<![\w-])[A-Za-z]{3,}(?![\w-])")
_SENTENCE: Final = 4
_READ_OUT: Final = ("alt", "aria-label", "title", "placeholder", "label", "data-head")
_VOID: Final = frozenset({"meta", "link", "input", "img", "br", "hr"})
_CODE: Final = frozenset({"pre", "code", "kbd", "style", "script"})


class Spoken(HTMLParser):
    """Collects texts, and attributes that are read out, with the language each is in.

    What is marked as code is in no language.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[tuple[str, str | None]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        around = self._open[-1][1] if self._open else None
        language = given.get("lang", around)
        if tag in _CODE or {"code", "code-like"} & set(given.get("class", "").split()):
            language = None
        for name in _READ_OUT:
            self._note(given.get(name, ""), language)
        if tag not in _VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        self._note(data, self._open[-1][1] if self._open else None)

    def _note(self, text: str, language: str | None) -> None:
        if language and text.strip():
            self.texts.append((language[:2], " ".join(text.split())))


def foreign(html: str, allowed: frozenset[str], *, technical: bool = False) -> Iterator[str]:
    """The words of the other language, each with the text in which it stands.

    On a ``technical`` page Chinese sentences may name what is called so in every language; only
    what has no Chinese at all is foreign there.
    """
    for language, text in Spoken(html).texts:
        words = (_CHINESE if language == "en" else _ENGLISH).findall(text)
        if technical and language == "zh" and (_CHINESE.search(text) or len(words) < _SENTENCE):
            continue
        for word in words:
            if word not in allowed:
                yield f"{word}: {text[:80]}"
