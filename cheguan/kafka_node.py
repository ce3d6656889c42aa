"""One node of a private Kafka, a broker and a controller."""

import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cheguan.kafka_node_settings import HOST, Ports, settings
from cheguan.kafka_programs import class_path, java
from cheguan.keeper import DidNotStart
from cheguan.last_words import last_words

START_WITHIN: Final = 90.0
STOP_WITHIN: Final = 30.0
_JVM: Final = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_STOP_AT_THE_END: Final = 'read -r _; kill "$0"'
_LEAVE: Final = '"$@" >&2 & echo $!'


class KafkaNode:
    """A broker and controller on a folder of its own. It dies with the process that started it."""

    name = "Kafka"

    def __init__(self, folder: Path, number: int, ports: Sequence[Ports]) -> None:
        """``ports`` are those of all nodes. This one's stand at ``number`` - 1."""
        self.folder = folder
        self.address = f"{HOST}:{ports[number - 1].clients}"
        self._number = number
        self._ports = ports
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        return self._process.pid if self._process else 0

    def prepare(self, cluster: str) -> subprocess.Popen[bytes] | None:
        """Writes the settings. A fresh folder is formatted by the process that is returned."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._settings.write_text(settings(self.folder, self._number, self._ports))
        if (self.folder / "log" / "meta.properties").exists():
            return None
        tool = (
            "kafka.tools.StorageTool",
            "format",
            f"--cluster-id={cluster}",
            f"--config={self._settings}",
        )
        with self._log.open("wb") as log:
            return subprocess.Popen(self._java(*tool), stdout=log, stderr=log)

    def launch(self) -> None:
        """Starts the node, and does not wait until it is up."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._serving(),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._watcher = subprocess.Popen(
            ["/bin/sh", "-c", _STOP_AT_THE_END, str(self._process.pid)],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def wait(self) -> int:
        """Returns the exit code when the node has ended."""
        assert self._process
        return self._process.wait()

    def start_again(self) -> None:
        """Starts a node that has ended by itself, at the same address."""
        self._end_watcher()
        self.launch()
        self.wait_until_up()

    def launch_to_stay(self) -> int:
        """Starts the node so that it outlives this process, and returns its process number."""
        with self._log.open("ab") as log:
            done = subprocess.run(
                ["/bin/sh", "-c", _LEAVE, "sh", *self._serving()],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
                check=True,
            )
        return int(done.stdout)

    def wait_until_up(self) -> None:
        """Returns when the node lets clients in, which it does once it knows the cluster."""
        deadline = time.monotonic() + START_WITHIN
        while not listens(self.address):
            if (self._process and self._process.poll() is not None) or time.monotonic() > deadline:
                raise DidNotStart(self.name, self.last_words())
            time.sleep(0.05)

    def send(self, number: signal.Signals) -> None:
        if self._process:
            self._process.send_signal(number)

    def stop(self) -> None:
        """Stops the node in order, or by force if that lasts too long."""
        self.send(signal.SIGCONT)
        self.send(signal.SIGTERM)
        try:
            self._gone(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        self.send(signal.SIGKILL)
        self._gone(None)

    def last_words(self) -> str:
        """The last line of the log that names a fault, or else the last; and where the log is."""
        return last_words(self._log)

    def _gone(self, within: float | None) -> None:
        if self._process:
            self._process.wait(within)
            self._process = None
        self._end_watcher()

    def _end_watcher(self) -> None:
        if self._watcher:
            with self._watcher as watcher:
                watcher.kill()
            self._watcher = None

    @property
    def _settings(self) -> Path:
        return self.folder / "server.properties"

    @property
    def _log(self) -> Path:
        return self.folder / "kafka.log"

    def _serving(self) -> list[str]:
        return self._java("kafka.Kafka", str(self._settings))

    def _java(self, *arguments: str) -> list[str]:
        return [java(), *_JVM, "-cp", class_path(), *arguments]


def listens(address: str) -> bool:
    host, _, port = address.rpartition(":")
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, int(port))) == 0
