"""Who has a gateway for messages, and what is told of a message."""

import asyncio
import logging
from uuid import UUID

import pytest

from cheguan.settings import Settings
from cheguan.sms import sends
from domain.sms import Sms
from workers.messages.simulated_gateway import SimulatedGateway

MESSAGE = Sms(UUID(int=1), "13900005678", "268153")


@pytest.mark.parametrize(
    ("settings", "simulated"),
    [
        (Settings(demo=True), True),
        (Settings(), False),
        (Settings(demo=True, production=True), False),
        (Settings(demo=True, host="10.0.0.5"), False),
    ],
)
def test_only_who_tries_the_service_out_has_a_simulated_gateway(
    settings: Settings, *, simulated: bool
) -> None:
    assert sends(settings) is simulated


def test_a_simulated_message_is_logged_without_its_number_and_its_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.INFO):
        asyncio.run(SimulatedGateway().send(MESSAGE))
    assert "139****5678" in caplog.text
    assert MESSAGE.to not in caplog.text
    assert MESSAGE.text not in caplog.text


def test_no_log_shows_a_message_by_accident() -> None:
    assert repr(MESSAGE) == f"Sms({MESSAGE.id})"
