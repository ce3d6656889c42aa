"""``cheguan services`` lists what the catalogue has."""

import json
from datetime import date

from typer.testing import CliRunner

from cheguan.cli import app
from cheguan.services_table import service_rows
from cheguan.windows_table import window_rows
from domain.services.catalogue import CATALOGUE, WINDOW_SERVICES

DAY = date(2020, 2, 24)


def told(*arguments: str) -> str:
    result = CliRunner(env={"NO_COLOR": "1", "TERM": "dumb"}).invoke(app, ["services", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_every_service_is_a_row_with_its_names_term_and_fee() -> None:
    rows = service_rows(DAY)
    assert [row["code"] for row in rows] == list(CATALOGUE)
    assert [row["open"] for row in rows] == [each.open for each in CATALOGUE.values()]
    plates = rows[0]
    assert (plates["number"], plates["title_zh"]) == ("V01", "补换领机动车号牌")
    assert plates["term_zh"] == "受理后15个工作日内"
    assert str(plates["fee_zh"]).startswith("105元（小型汽车号牌一副")


def test_an_appointment_is_free_and_says_what_is_paid_on_the_day() -> None:
    rows = {str(row["code"]): row["fee_en"] for row in service_rows(DAY)}
    assert rows["nev_swap_booking"] == (
        "the appointment is free; plates and driving permit are paid on the day: 110 yuan"
    )


def test_the_table_names_every_service_in_both_languages() -> None:
    text = told()
    for service in CATALOGUE.values():
        assert service.code in text
        assert service.title.zh in text


def test_a_program_gets_the_same_rows_as_json() -> None:
    assert json.loads(told("--json")) == service_rows(DAY)


def test_the_windows_are_listed_apart() -> None:
    text = told("--windows")
    assert all(each.title.zh[:4] in text for each in WINDOW_SERVICES.values())
    rows = json.loads(told("--windows", "--json"))
    assert rows == window_rows(DAY)
    ambulance = next(row for row in rows if row["number"] == "W08")
    assert (ambulance["step_en"], ambulance["basis"]) == ("green channel at any time", "124:7✓")
    exchange = next(row for row in rows if row["code"] == "nev_plate_exchange")
    assert (exchange["fee_zh"], exchange["fee_en"]) == ("110元", "110 yuan")
    assert "reg_new" not in told()


def test_a_day_before_every_rule_is_refused() -> None:
    result = CliRunner().invoke(app, ["services", "--on", "1999-01-01"])
    assert result.exit_code == 2
