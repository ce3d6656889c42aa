"""The two commands of the README, as a reader gives them."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh.md")
ADDRESS = "http://127.0.0.1:8000"
POSTED = ("plate_reissue", "driving_permit_reissue", "inspection_mark_reissue")


def _environment(data: Path, **more: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("CHEGUAN_") and not name.endswith("DATABASE_URL")
    }
    return {**kept, "CHEGUAN_DATA": str(data), "PYTHONPATH": str(ROOT), **more}


def _once(data: Path) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "cheguan", "demo", "--once", "--scale", "0.001", "--seed", "7"],
        env=_environment(data),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def test_the_same_seed_prints_the_same_table(tmp_path: Path) -> None:
    (first, figures), (second, _) = _once(tmp_path / "one"), _once(tmp_path / "two")

    assert "completed" in first
    assert first == second
    assert re.search(r"in [0-9,]+ s: [0-9,]+ events, [0-9,]+ a second", figures)
    assert re.search(r"Peak memory [0-9,]+\s+MB", figures)


@pytest.fixture(scope="module")
def demo() -> Iterator[tuple[Path, str]]:
    """A town that lives; its data and its address."""
    with tempfile.TemporaryDirectory(prefix="cheguan-tests-") as folder:
        yield from _living(Path(folder))


def _living(data: Path) -> Iterator[tuple[Path, str]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = subprocess.Popen(
        [sys.executable, "-m", "cheguan", "demo", "--cases", "60", "--speed", "2"],
        env=_environment(data, CHEGUAN_PORT=str(port)),
        stdout=subprocess.DEVNULL,
    )
    base = f"http://127.0.0.1:{port}"
    try:
        _wait(lambda: httpx.get(f"{base}/health/ready").status_code == 200, running)
        yield data, base
    finally:
        running.terminate()
        assert running.wait(30) == 0


def _wait(what: Callable[[], bool], running: subprocess.Popen[bytes], seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and running.poll() is None:
        try:
            if what():
                return
        except httpx.HTTPError:
            pass
        running_for_a_while(0.2)
    raise AssertionError("did not come about in time")


def running_for_a_while(seconds: float) -> None:
    """Between two looks: the condition ends the waiting, not this."""
    threading.Event().wait(seconds)


def _tour(readme: str) -> list[str]:
    text = (ROOT / readme).read_text(encoding="utf-8")
    return re.findall(r"<!-- tour -->\n```sh\n(.*?)```", text, re.DOTALL)


def _taken(readme: str, demo: tuple[Path, str], folder: Path) -> subprocess.Popen[str]:
    """Somebody who takes the tour in a folder, step by step."""
    data, base = demo
    script = "set -euo pipefail\n" + "\necho ----\n".join(_tour(readme))
    script = script.replace(ADDRESS, base)
    script = script.replace(".venv/bin/cheguan", f"{sys.executable} -m cheguan")
    return subprocess.Popen(
        ["bash", "-c", script],
        cwd=folder,
        env=_environment(data),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _went_well(tour: subprocess.Popen[str]) -> None:
    stdout, stderr = tour.communicate(timeout=180)
    assert tour.returncode == 0, stdout + stderr
    outputs = stdout.split("----\n")
    assert '"plate_reissue"' in outputs[0]
    assert '"application/pdf"' in outputs[2]
    assert '"stage":"payment_pending"' in outputs[3]
    assert "idempotency-replayed: true" in outputs[4].lower()
    assert "/vehicle/plate_no" in outputs[5]
    assert '"timeline"' in outputs[6]
    assert '"CaseSubmitted"' in outputs[7]
    assert "same" in outputs[8]
    assert "\\u" not in stdout


def test_both_tours_have_the_same_commands() -> None:
    english, chinese = ("".join(_tour(readme)) for readme in READMES)
    assert len(_tour(READMES[0])) == 9
    assert chinese.replace("Accept-Language: zh", "Accept-Language: en") == english


@pytest.mark.parametrize("readme", READMES)
def test_every_line_of_the_tour_works_twice_in_a_row(
    readme: str, demo: tuple[Path, str], tmp_path: Path
) -> None:
    for _ in range(2):
        _went_well(_taken(readme, demo, tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_two_people_take_the_tour_at_once(demo: tuple[Path, str], tmp_path: Path) -> None:
    for tour in [_taken(readme, demo, tmp_path) for readme in READMES]:
        _went_well(tour)


def test_what_was_applied_for_reaches_the_letterbox(demo: tuple[Path, str]) -> None:
    """The post loses one item in three hundred, and brings one in a hundred back, so three go."""
    data, base = demo
    token = subprocess.run(
        [sys.executable, "-m", "cheguan", "token", "--role", "applicant"],
        env=_environment(data),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    cases = [_applied(base, token, service) for service in POSTED]
    until = time.monotonic() + 120
    tracked: list[dict[str, object]] = [{}]
    while all(each.get("stage") != "completed" for each in tracked) and time.monotonic() < until:
        running_for_a_while(1)
        tracked = [
            httpx.post(f"{base}/api/v1/tracking", params=folded, json=asked).json()
            for asked, folded in cases
        ]

    completed = [each for each in tracked if each["stage"] == "completed"]
    assert completed
    assert all(re.fullmatch(r"[A-Z]{2}[0-9]{9}CN", str(each["item_no"])) for each in completed)


def _applied(base: str, token: str, service: str) -> tuple[dict[str, str], dict[str, int]]:
    """Applies with the service's own example. What tracking is asked then, and for which state."""
    example = httpx.get(f"{base}/api/v1/services/{service}").json()["example"]
    answer = httpx.post(
        f"{base}/api/v1/applications",
        json=example,
        headers={"authorization": f"Bearer {token}", "idempotency-key": f"letterbox-{service}"},
    ).json()
    last_four = example["applicant"]["id_no"][-4:]
    return {"reference": answer["reference"], "last_four": last_four}, {
        "min_position": answer["position"]
    }


def test_the_town_is_set_to_next_spring_and_its_pages_say_so(demo: tuple[Path, str]) -> None:
    _, base = demo
    clock = f"{base}/api/v1/demo/clock"
    assert httpx.get(clock).json()["speed"] == 2

    httpx.put(clock, json={"at": "2027-03-01T01:00:00Z", "speed": 1}).raise_for_status()

    assert "2027年3月1日星期一" in httpx.get(f"{base}/").text
    assert httpx.get(f"{base}/api/v1/statistics/now").json()["at"] > "2027-03-01T01"
    backwards = httpx.put(clock, json={"at": "2026-01-01T00:00:00Z"})
    assert backwards.status_code == 422


def test_a_story_that_is_told_to_its_end_has_no_clock_to_set(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cheguan", "demo", "--once", "--at", "2027-01-01"],
        env=_environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 2
    assert "--once" in done.stderr


def test_a_second_demo_on_the_same_data_is_told_whose_it_is(demo: tuple[Path, str]) -> None:
    data, _ = demo
    done = subprocess.run(
        [sys.executable, "-m", "cheguan", "demo"],
        env=_environment(data, CHEGUAN_PORT="0"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 2
    assert "in use by process" in done.stderr
