"""The language of an answer. It is Chinese unless the caller prefers English."""

import re
from typing import Final, Literal

Language = Literal["zh", "en"]

LONGEST: Final = 256
_WEIGHT: Final = re.compile(r"[ \t]*[qQ]=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)[ \t]*")


def preferred(accept_language: str | None) -> Language:
    """The language for an ``Accept-Language`` (RFC 9110 §12.5.4). In doubt it is Chinese.

    A language weighs as much as the best of its ranges: ``zh-TW`` and ``zh`` are one here.
    """
    if not accept_language:
        return "zh"
    weights: dict[str, float] = {}
    for part in accept_language[:LONGEST].split(","):
        tag, *parameters = part.split(";")
        language = tag.strip().lower().split("-")[0]
        weights[language] = max(weights.get(language, 0.0), _weight(parameters))
    anything = weights.get("*", 0.0)
    return "en" if weights.get("en", anything) > weights.get("zh", anything) else "zh"


def _weight(parameters: list[str]) -> float:
    if not parameters:
        return 1.0
    found = _WEIGHT.fullmatch(parameters[0]) if len(parameters) == 1 else None
    return float(found.group(1)) if found else 0.0
