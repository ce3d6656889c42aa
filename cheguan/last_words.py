"""What a program that we have started said in the end, in one line."""

import re
from pathlib import Path
from typing import Final

_TOLD: Final = 65_536
_FAULT: Final = re.compile(r"\b(?:PANIC|FATAL|ERROR|Exception|error)\b:?")


def last_words(log: Path) -> str:
    """The last line that names a fault, or else the last, and the file in which all stands."""
    try:
        said = log.read_bytes()[-_TOLD:].decode(errors="replace").splitlines()
    except OSError:
        said = []
    lines = [line.strip() for line in said if line.strip()]
    faults = [line for line in lines if _FAULT.search(line)]
    for line in (*faults[-1:], *lines[-1:]):
        return f"{line[:300]} — see {log}"
    return f"it said nothing in {log}"
