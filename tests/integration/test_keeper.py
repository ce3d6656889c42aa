"""A server that ends by itself is started again, and one that cannot be is not waited for."""

import logging
import subprocess
import sys
import threading

import pytest

from cheguan import keeper
from cheguan.keeper import DidNotStart, ServerLost, kept_up

ENDS = ("-c", "raise SystemExit(3)")
STAYS = ("-c", "input()")


class Program:
    """A server that is a process which runs what it is told, ``starts`` one after another."""

    name = "the program"

    def __init__(self, *starts: tuple[str, ...]) -> None:
        self._starts = list(starts)
        self.process: subprocess.Popen[bytes] | None = None
        self.stays = threading.Event()
        self.start_again()

    def start_again(self) -> None:
        if not self._starts:
            raise DidNotStart(self.name, self.last_words())
        self.stop()
        command = (sys.executable, *(runs := self._starts.pop(0)))
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE)
        if runs is STAYS:
            self.stays.set()

    def wait(self) -> int:
        assert self.process
        return self.process.wait()

    def last_words(self) -> str:
        return "no room"

    def stop(self) -> None:
        if self.process:
            with self.process:
                self.process.kill()


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "PAUSES_S", (0.0, 0.0))


def test_one_that_ends_is_started_again_and_the_log_says_so_in_a_line(
    caplog: pytest.LogCaptureFixture,
) -> None:
    program = Program(ENDS, STAYS)
    with kept_up(program):
        assert program.stays.wait(10)
    program.stop()
    assert [record.getMessage() for record in caplog.records] == [
        "the program ended with 3 (no room) and is started again."
    ]


def test_one_that_does_not_come_back_ends_whoever_needs_it_with_the_reason() -> None:
    program = Program(ENDS)
    reason = "the program has ended and does not come back: no room"
    with pytest.raises(ServerLost, match=reason), kept_up(program):
        threading.Event().wait(10)
    program.stop()


def test_an_end_that_is_meant_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    program = Program(STAYS)
    with kept_up(program):
        pass
    program.stop()
    assert caplog.records == []
