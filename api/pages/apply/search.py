"""Finds services by what a person wants to do: by words, or by the initials of their pinyin."""

from collections.abc import Iterable
from typing import Any

from api.pages.apply.initials import initials
from domain.services.service import Service


def matching(services: Iterable[Service[Any]], sought: str) -> list[Service[Any]]:
    """The services that fit, the best first. Every word must be found; no word finds all."""
    words = sought.lower().split()
    ranked = [(rank, each) for each in services if (rank := _rank(each, words)) is not None]
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def _rank(service: Service[Any], words: list[str]) -> int | None:
    """0 where the name has every word, 1 where what people say of it or the letters do."""
    title, told = service.title, service.wish
    name = f"{title.zh} {title.en}".lower()
    said = f"{told.zh} {told.en}".lower() if told else ""
    letters = f"{initials(title.zh)} {initials(told.zh) if told else ''}"
    if all(word in name for word in words):
        return 0
    return 1 if all(word in f"{name} {said} {letters}" for word in words) else None
