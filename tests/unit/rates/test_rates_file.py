"""What an operator grants in a file holds from the start, or the start is refused."""

from pathlib import Path

import pytest

from cheguan.rates import rates
from cheguan.settings import Settings, UnsafeSettings
from domain.people import Actor, Role


def test_a_file_grants_what_it_says(tmp_path: Path) -> None:
    file = tmp_path / "rates.json"
    file.write_text('[{"role": "partner", "subject": "p-7", "burst": 9, "refill_s": 3}]')
    found = rates(Settings(rates_file=file))
    assert found.of_principal(Actor(Role.PARTNER, "p-7")).burst == 9


@pytest.mark.parametrize(
    "content", ["", "{}", '[{"burst": 1}]', '[{"burst": 1, "refill_s": 1, "network": "x"}]']
)
def test_a_file_that_says_something_else_keeps_the_process_from_starting(
    tmp_path: Path, content: str
) -> None:
    file = tmp_path / "rates.json"
    file.write_text(content)
    with pytest.raises(UnsafeSettings, match=r"CHEGUAN_RATES_FILE .*rates\.json: "):
        rates(Settings(rates_file=file))
    file.unlink()
    with pytest.raises(UnsafeSettings, match="No such file"):
        rates(Settings(rates_file=file))


def test_everybody_may_ask_so_many_times_as_often() -> None:
    once, often = rates(Settings()), rates(Settings(rates_times=3))
    assert often.of_address("x").burst == 3 * once.of_address("x").burst
