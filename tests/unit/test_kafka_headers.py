"""The headers of a record say what its bytes tell, and never stop a relay."""

from uuid import UUID

import pytest

from workers.kafka.record import Stored, headers


@pytest.mark.parametrize(
    "state", [b"no json", b"{}", b"\xff\xfe", b'{"at":7}', b'{"at":"\\ud800"}', b""]
)
def test_an_event_that_cannot_be_decoded_is_sent_as_it_is(state: bytes) -> None:
    made = dict(headers(Stored(UUID(int=1), 1, 7, "NeverHeardOf", state), epoch=1, previous=0))
    assert "ce_time" not in made
    assert made["topic"] == b"NeverHeardOf"
