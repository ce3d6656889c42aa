"""Gets Apache Kafka from Maven Central, for a machine without Docker."""

import fcntl
import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import platformdirs

POM: Final = Path(__file__).parents[1] / "tests" / "kafka" / "pom.xml"
_ELSE: Final = "Or set KAFKA_BOOTSTRAP_SERVERS to a broker that runs."


class NoKafka(Exception):
    """The machine cannot run a broker of its own; the message says what is missing."""


def java() -> str:
    found = shutil.which("java")
    if not found:
        raise NoKafka(
            f"Kafka needs Java 17 or later (Debian: apt-get install openjdk-17-jre). {_ELSE}"
        )
    return found


def class_path() -> str:
    """The class path for ``java -cp``. The jars are fetched once for each version of the POM."""
    if not POM.is_file():
        raise NoKafka(f"Only a checkout of the sources can start a broker. {_ELSE}")
    version = hashlib.sha256(POM.read_bytes()).hexdigest()[:12]
    folder = _cache() / f"kafka-{version}"
    if not folder.is_dir():
        _fetch(folder)
    return f"{folder}/*"


def _cache() -> Path:
    chosen = os.environ.get("CHEGUAN_CACHE")
    return Path(chosen) if chosen else platformdirs.user_cache_path("cheguan", appauthor=False)


def _fetch(folder: Path) -> None:
    """Fetches the jars beside their place and moves them there. Other processes wait."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.is_dir():
            return
        fresh = folder.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        _resolve(fresh)
        fresh.rename(folder)


def _resolve(into: Path) -> None:
    maven = shutil.which("mvn")
    if not maven:
        raise NoKafka(f"Fetching Kafka needs Maven (Debian: apt-get install maven). {_ELSE}")
    goal = "dependency:copy-dependencies"
    command = [maven, "-B", "-q", "-f", str(POM), goal, f"-DoutputDirectory={into}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not into.is_dir():
        raise NoKafka(f"Maven did not fetch Kafka: {done.stdout[-1000:]} {_ELSE}")
