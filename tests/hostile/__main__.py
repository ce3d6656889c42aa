"""``make hostile``: every attack in full, and ``docs/HOSTILE.md``."""

import argparse
import asyncio
import resource
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from rich.console import Console

from tests.faults.cluster import Cluster, own_cluster
from tests.hostile.all_attacks import ATTACKS
from tests.hostile.attack import Attack
from tests.hostile.report import Circumstances, document
from tests.hostile.service import service
from tests.hostile.trial import Form, Result, trial
from tests.kit.circumstances import commit, machine

FULL: Final = Form(short=False)
SHORT: Final = Form(short=True, calm_s=0.5, rounds=1)
_DOCUMENT: Final = Path(__file__).parents[2] / "docs" / "HOSTILE.md"

out = Console(width=None if sys.stdout.isatty() else 150, highlight=False, markup=False)


def main() -> int:
    """Tries the attacks. Returns 0 if every one of them was withstood."""
    parser = argparse.ArgumentParser("make hostile", description=__doc__)
    parser.add_argument("--short", action="store_true", help="little of each, as in `make test`")
    parser.add_argument(
        "--only", action="append", metavar="NAME", help="these alone: " + ", ".join(_names())
    )
    asked = parser.parse_args()
    if unknown := set(asked.only or ()) - set(_names()):
        parser.error(f"no attack is called {', '.join(sorted(unknown))}")
    chosen = [each for each in ATTACKS if not asked.only or each.name in asked.only]
    form = SHORT if asked.short else FULL
    _open_files()
    started = time.monotonic()
    with own_cluster() as cluster:
        results = [_tried(cluster, each, form) for each in chosen if each.short or not asked.short]
    minutes = (time.monotonic() - started) / 60
    if not asked.short and not asked.only:
        seen = Circumstances(datetime.now(UTC).date().isoformat(), commit(), machine(), minutes)
        _DOCUMENT.write_text(document(results, seen), encoding="utf-8")
    lost = [each for each in results if not each.withstood]
    out.print(f"{len(results) - len(lost)} of {len(results)} attacks withstood, {minutes:.1f} min.")
    return 1 if lost else 0


def _tried(cluster: Cluster, attack: Attack, form: Form) -> Result:
    result = asyncio.run(_one(cluster, attack, form))
    served = min(each.served for each in result.rounds)
    memory = " → ".join(f"{mb:.0f}" for mb in _memory(result))
    verdict = "withstood" if result.withstood else "NOT WITHSTOOD"
    out.print(
        f"{result.name:34}{verdict:15}{served:6.0%} served  {memory} MB{result.seconds:6.0f} s  "
        + ", ".join(f"{count:,} × {answer}" for answer, count in result.saw.items())
    )
    for words in result.wrong:
        out.print(f"       {words}")
    return result


async def _one(cluster: Cluster, attack: Attack, form: Form) -> Result:
    async with service(cluster, form) as honest:
        return await trial(attack, honest, form)


def _memory(result: Result) -> Sequence[float]:
    peak = max(each.peak_mb for each in result.rounds)
    return result.before_mb, peak, *(each.after_mb for each in result.rounds)


def _names() -> Sequence[str]:
    return [each.name for each in ATTACKS]


def _open_files() -> None:
    """Lets this process, and what it starts, open as many files as it may."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    sys.exit(main())
