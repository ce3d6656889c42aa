"""The machine a figure was measured on."""

import os
import platform
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median

import psutil
import psycopg

from cheguan.bench.report import Machine
from cheguan.bench.scratch import Scratch

_LIBRARIES = ("eventsourcing", "psycopg", "fastapi", "uvicorn", "uvloop", "pydantic", "msgspec")
_PAGE = 8192
_WRITES = 50


def describe(base: Scratch) -> Machine:
    """Describes the machine. Its cores are those that this process may use."""
    with psycopg.connect(base.url) as connection:
        server = connection.info.parameter_status("server_version") or ""
    return Machine(
        cores=len(psutil.Process().cpu_affinity()),
        processor=_processor(),
        system=f"{platform.system()} {platform.release()}",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        postgresql=server,
        libraries={name: version(name) for name in _LIBRARIES},
        fsync_ms=round(_fsync_ms(base.folder), 3),
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _fsync_ms(folder: Path) -> float:
    """How long a durable write takes where the database lies. A disk in memory shows itself."""
    took = []
    with (folder / "fsync").open("wb", buffering=0) as file:
        for _ in range(_WRITES):
            started = time.perf_counter()
            file.write(bytes(_PAGE))
            os.fsync(file.fileno())
            took.append(time.perf_counter() - started)
    return median(took) * 1000
