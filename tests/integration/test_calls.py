"""The log of a telephone exchange is imported whole or not at all, and twice is once (R15)."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.call_logs.telephone_log import HEADER
from tests.kit.served import Service
from tests.kit.tree import ROOT


def calls(url: str, folder: Path, file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cheguan", "calls", "import", str(file)],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": url,
            "CHEGUAN_DATA": str(folder),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def written(folder: Path, *lines: str) -> Path:
    file = folder / "calls.csv"
    file.write_text("\n".join((",".join(HEADER), *lines)) + "\n", encoding="utf-8")
    return file


def call(number: int, office: str, on: date, waited_s: int | None) -> str:
    taken = "" if waited_s is None else f"{on}T09:00:{waited_s:02d}"
    return f"c{number},{office},{on}T09:00:00,{taken},{on}T09:05:00"


@pytest.mark.requirement("R15")
async def test_calls_are_imported_once_and_told_by_city(
    service: Service, database_url: str, tmp_path: Path
) -> None:
    on = date(2020, 2, 20)
    lines = [
        call(1, "410100", on, 10),
        call(2, "410100", on, 20),
        call(3, "410122", on, 30),
        call(4, "410122", on, None),
    ]
    file = written(tmp_path, *lines)
    first = calls(database_url, tmp_path, file)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == "4 calls, 3 answered, on 2 days of 2 offices.\n"
    assert calls(database_url, tmp_path, file).returncode == 0
    await service.fold()
    period = f"from={on}&to={on}"
    answer = await service.http.get(f"/api/v1/statistics/enquiries?{period}")
    told = answer.json()
    assert told["all"]["call_answer_rate"] == 0.75
    assert told["all"]["avg_wait"] == 20
    assert [each["region"] for each in told["regions"]] == ["410100"]
    page = (await service.http.get(f"/dashboard/enquiries?period=custom&{period}&lang=zh")).text
    assert "75.0%" in page
    assert "20 秒" in page
    sheet = (await service.http.get(f"/dashboard/enquiries.csv?period=custom&{period}")).text
    *cities, province = sheet.removeprefix("\ufeff").strip().split("\r\n")[1:]
    assert len(cities) == 18
    assert province.startswith("全省合计,The province,0.75,20,0,")
    dashboard = f"/dashboard?period=custom&{period}&paused=1&lang=zh"
    duties = (await service.http.get(dashboard)).text.split('id="duties"')[1].split("</section>")[0]
    city, province = duties.split("郑州市")[1].split("</tr>")[0], duties.split("全省合计")[1]
    for each in (city, province):
        assert 'class="stage badge bad">75' in each.split("</td>")[0]
    assert "badge" not in duties.split("开封市")[1].split("</tr>")[0]
    assert "接通率低于90%标黄，低于80%标红" in duties


async def test_a_file_with_wrong_lines_names_each_and_imports_nothing(
    service: Service, database_url: str, tmp_path: Path
) -> None:
    on = date(2020, 2, 20)
    wrong = [
        call(1, "410100", on, 10),
        call(2, "999999", on, 10),
        call(3, "410100", date.today() + timedelta(days=2), 10),  # noqa: DTZ011 - two days ahead
    ]
    file = written(tmp_path, *wrong)
    told = calls(database_url, tmp_path, file)
    assert told.returncode == 1
    assert f"{file}:3: there is no office 999999" in told.stderr
    assert f"{file}:4: " in told.stderr
    assert "Nothing was imported." in told.stderr
    await service.fold()
    answer = await service.http.get(f"/api/v1/statistics/enquiries?from={on}&to={on}")
    assert answer.json()["regions"] == []


async def test_half_a_day_does_not_come_in_the_place_of_the_whole(
    service: Service, database_url: str, tmp_path: Path
) -> None:
    on = date(2020, 2, 20)
    whole = written(tmp_path, call(1, "410100", on, 10), call(2, "410100", on, 20))
    assert calls(database_url, tmp_path, whole).returncode == 0
    half = calls(database_url, tmp_path, written(tmp_path, call(1, "410100", on, 10)))
    assert half.returncode == 1
    assert "office 410100, on 2020-02-20, recorded 2" in half.stderr
