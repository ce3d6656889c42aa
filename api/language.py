"""The language of an answer. It is Chinese unless the caller prefers English."""

from typing import Literal

Language = Literal["zh", "en"]


def preferred(accept_language: str | None) -> Language:
    """The language for an ``Accept-Language`` (RFC 9110 §12.5.4). In doubt it is Chinese."""
    if not accept_language:
        return "zh"
    weights: dict[str, float] = {}
    for part in accept_language[:256].split(","):
        tag, _, parameter = part.partition(";")
        weights.setdefault(tag.strip().lower().split("-")[0], _weight(parameter))
    anything = weights.get("*", 0.0)
    return "en" if weights.get("en", anything) > weights.get("zh", anything) else "zh"


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if not name:
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if name.strip().lower() == "q" and 0.0 <= weight <= 1.0 else 0.0
