"""Reads an HTML page far enough to hold it to account."""

from html.parser import HTMLParser
from typing import Final

_VOID: Final = frozenset({"meta", "link", "input", "img", "br", "hr"})


class Page(HTMLParser):
    """``elements`` stand in order with their attributes, and ``tables`` are rows by caption."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.tables: dict[str, list[list[str]]] = {}
        self.text = ""
        self._open: list[str] = []
        self._caption = ""
        self._rows: list[list[str]] = []
        self.feed(html)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)
        match tag:
            case "table":
                self._rows, self._caption = [], ""
            case "tr":
                self._rows.append([])
            case "th" | "td":
                self._rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            raise AssertionError(f"</{tag}> closes nothing")
        while self._open.pop() != tag:
            continue
        if tag == "table":
            self.tables[self._caption.strip()] = self._rows

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text += data
        if "caption" in self._open:
            self._caption += data
        elif {"th", "td"} & set(self._open):
            self._rows[-1][-1] += data.strip()
