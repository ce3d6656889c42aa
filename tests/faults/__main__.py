"""``make trust``: every kind of fault in full, and ``docs/TRUST.md``."""

import argparse
import asyncio
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from rich.console import Console

from cheguan.kafka_broker import KafkaCluster, private_kafka
from tests.faults.bench import SEED, Bench, bench
from tests.faults.kinds import BESIDE_KAFKA, KINDS, possible
from tests.faults.report import Circumstances, document, missed, totals
from tests.faults.scenario import Result, Scenario, run
from tests.kit.circumstances import commit, machine

LEAST: Final = 450
"""Acknowledged submissions of every run."""
_DOCUMENT: Final = Path(__file__).parents[2] / "docs" / "TRUST.md"

out = Console(width=None if sys.stdout.isatty() else 150, highlight=False)


def main() -> int:
    """Runs everything. Returns 0 if every invariant held and every bar was reached."""
    parser = argparse.ArgumentParser("make trust", description=__doc__)
    parser.add_argument("--without-kafka", action="store_true", help="a quarter of an hour")
    parser.add_argument(
        "--only", metavar="WORDS", help="the kinds whose name has these words; writes no document"
    )
    asked = parser.parse_args()
    with_kafka = not asked.without_kafka
    started = time.monotonic()
    with bench() as place:
        if asked.only:
            chosen = [kind for kind in possible(KINDS) if asked.only in kind.kind]
            if not chosen:
                parser.error(f"--only: no kind beside Kafka's has {asked.only!r} in its name")
            told = [_one(place, kind).told for kind in chosen]
            return 1 if any(told) else 0
        results = [*_all(place, BESIDE_KAFKA if with_kafka else {})]
    seen = Circumstances(
        day=datetime.now(UTC).date().isoformat(),
        commit=commit(),
        machine=machine(),
        seed=SEED,
        minutes=(time.monotonic() - started) / 60,
        left_out="" if with_kafka else "the kinds beside Kafka (`make trust` runs them too).",
    )
    _DOCUMENT.write_text(document(results, seen), encoding="utf-8")
    sums, wrong = totals(results), missed(results)
    out.print(
        f"{sums.faults} faults of {sums.kinds} kinds, {sums.submissions:,} submissions "
        f"acknowledged, {sums.checks:,} checks, {sums.failures} failed, {seen.minutes:.1f} min."
    )
    for words in wrong:
        out.print(f"MISSED {words}", markup=False)
    return 1 if wrong else 0


def _all(place: Bench, beside_kafka: Mapping[int, Sequence[Scenario]]) -> list[Result]:
    results = [_one(place, kind) for kind in possible(KINDS)]
    for nodes, kafka_kinds in beside_kafka.items():
        with private_kafka(place.folder / f"kafka-{nodes}", nodes) as brokers:
            results += [_one(place, kind, brokers) for kind in kafka_kinds]
    return results


def _one(place: Bench, kind: Scenario, brokers: KafkaCluster | None = None) -> Result:
    result = asyncio.run(run(place, kind.kind, [(kind, kind.full)], LEAST, brokers))
    out.print(
        f"{result.kind:44}{result.faults:4} faults"
        f"{result.submitted:7,} submissions{sum(result.checks.values()):8,} checks"
        f"{sum(result.failures.values()):4} failed{result.seconds:6.0f} s"
    )
    for words in result.told:
        out.print(f"       {words}", markup=False)
    return result


if __name__ == "__main__":
    sys.exit(main())
