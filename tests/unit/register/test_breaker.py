"""A silent register is left in peace, and asked again after a while by one question."""

from datetime import UTC, datetime

import pytest

from domain.register.port import Inquiry, RegisterAway, RegisterExtract
from workers.registers.breaker import Breaker
from workers.silence import PAUSE_S, SILENCES

INQUIRY = Inquiry(id_no="410102199202291236")
EXTRACT = RegisterExtract(at=datetime(2020, 2, 24, tzinfo=UTC))


class Register:
    """It answers or not, and counts how often it is asked."""

    def __init__(self) -> None:
        self.silent, self.asked, self.time = True, 0, 100.0

    async def ask(self, inquiry: Inquiry) -> RegisterExtract:
        self.asked += 1
        if self.silent:
            raise RegisterAway
        return EXTRACT


async def asked_in_vain(breaker: Breaker, times: int) -> None:
    for _ in range(times):
        with pytest.raises(RegisterAway):
            await breaker.ask(INQUIRY)


async def test_hundreds_of_cases_wait_for_a_few_silences_and_not_for_one_each() -> None:
    register = Register()
    breaker = Breaker(register, lambda: register.time)
    await asked_in_vain(breaker, 400)
    assert register.asked == SILENCES
    assert breaker.away


async def test_one_question_shows_after_a_while_whether_it_is_back() -> None:
    register = Register()
    breaker = Breaker(register, lambda: register.time)
    await asked_in_vain(breaker, SILENCES)
    register.time += PAUSE_S
    assert not breaker.away
    await asked_in_vain(breaker, 3)
    assert register.asked == SILENCES + 1
    register.time += PAUSE_S
    register.silent = False
    for _ in range(3):
        assert await breaker.ask(INQUIRY) == EXTRACT
    assert not breaker.away


async def test_single_silences_do_not_count() -> None:
    register = Register()
    breaker = Breaker(register, lambda: register.time)
    for _ in range(3):
        register.silent = True
        await asked_in_vain(breaker, SILENCES - 1)
        register.silent = False
        await breaker.ask(INQUIRY)
    assert not breaker.away
