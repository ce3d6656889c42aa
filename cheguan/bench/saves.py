"""The peer: the stock library, an ``Application.save`` of one new aggregate a call, in threads."""

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from cheguan.bench.load import Window, window
from cheguan.bench.scratch import library_settings
from cheguan.bench.stock import Cases


def save(url: str, body: Mapping[str, Any], threads: int, seconds: float) -> Window:
    """Saves for so many seconds, with the library's defaults, its pool included."""
    with Cases(library_settings(url)) as cases, ThreadPoolExecutor(threads) as pool:
        started = time.perf_counter()
        asked = [pool.submit(_save, cases, dict(body), started + seconds) for _ in range(threads)]
        latencies = [latency for each in asked for latency in each.result()]
        return window(time.perf_counter() - started, latencies)


def _save(cases: Cases, body: dict[str, Any], until: float) -> list[float]:
    latencies = []
    while (asked := time.perf_counter()) < until:
        cases.submit(body)
        latencies.append(time.perf_counter() - asked)
    return latencies
