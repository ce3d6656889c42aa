"""The demo on Kafka tells the same story as the demo without."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def once(data: Path, servers: str, *more: str) -> str:
    kept = {n: v for n, v in os.environ.items() if not n.startswith("CHEGUAN_")}
    kept.pop("DATABASE_URL", None)
    chosen = {
        "CHEGUAN_DATA": str(data),
        "PYTHONPATH": str(ROOT),
        "KAFKA_BOOTSTRAP_SERVERS": servers,
    }
    done = subprocess.run(
        [sys.executable, "-m", "cheguan", "demo", "--once", "--cases", "40", "--seed", "7", *more],
        env=kept | chosen,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_both_feeds_print_the_same_table(tmp_path: Path, kafka_servers: str) -> None:
    by_kafka = once(tmp_path / "kafka", kafka_servers, "--feed", "kafka")
    by_store = once(tmp_path / "store", kafka_servers)

    assert "completed" in by_store
    assert by_kafka == by_store
