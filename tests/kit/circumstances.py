"""On which commit and on which machine something was shown, as a report of it says."""

import os
import platform
import subprocess
from typing import Final

import psutil

_GIT: Final = ("git", "describe", "--always", "--dirty")


def commit() -> str:
    told = subprocess.run(_GIT, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "unknown"


def machine() -> str:
    memory = round(psutil.virtual_memory().total / 2**30)
    return f"{len(os.sched_getaffinity(0))} cores, {memory} GB of memory, {platform.system()}"
