"""A fail point does nothing unless it was asked for, and then exactly that."""

import signal
import subprocess
import sys

import pytest

from domain.failpoints import FailpointReached, FailpointUnreadable, armed

_PROGRAM = """
from domain.failpoints import failpoint
for passage in range(1, 5):
    failpoint("W5")
    failpoint("W6")
    print(passage, flush=True)
"""


def _run(setting: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={"FAILPOINTS": setting, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_unset_it_passes() -> None:
    assert _run("").stdout.split() == ["1", "2", "3", "4"]


def test_the_process_is_killed_at_the_passage_named() -> None:
    killed = _run("W5:kill@3")
    assert killed.returncode == -signal.SIGKILL
    assert killed.stdout.split() == ["1", "2"]


def test_only_the_point_named_fails() -> None:
    point = armed("W5:raise")
    point("W4")
    with pytest.raises(FailpointReached):
        point("W5")


def test_a_passage_is_counted_for_each_point_and_fails_once() -> None:
    point = armed("W5:raise@2, W6:raise@1")
    point("W5")
    with pytest.raises(FailpointReached):
        point("W6")
    with pytest.raises(FailpointReached):
        point("W5")
    point("W5")
    point("W6")


def test_a_delay_is_a_passage() -> None:
    armed("W5:sleep=0@1")("W5")


@pytest.mark.parametrize(
    "setting",
    ["W5", "W5:", "W5:explode", "W5:kill@x", "W5:sleep=long", "W5:kill,", "W5:kill,W5:stop"],
)
def test_a_mistyped_point_is_refused(setting: str) -> None:
    with pytest.raises(FailpointUnreadable):
        armed(setting)
