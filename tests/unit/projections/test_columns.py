"""What a row says in memory is what its columns say: a set of codes is no code."""

from datetime import date
from uuid import UUID

import msgspec
import pytest

from domain.event_store import arrays
from domain.services.choices import Channel
from projections.engine.columns import Columns


class Held(msgspec.Struct, frozen=True):
    stream: UUID
    channel: Channel
    maybe: Channel | None
    many: frozenset[Channel]
    days: tuple[date, ...]


@pytest.mark.parametrize("many", [frozenset(), frozenset({Channel.ONLINE_WEB, Channel.ONLINE_APP})])
def test_a_set_and_a_tuple_stand_in_columns_of_their_own_and_come_back(
    many: frozenset[Channel],
) -> None:
    columns = Columns(Held)
    row = Held(UUID(int=1), Channel.ONLINE_WEB, None, many, (date(2020, 2, 23),))
    listed = msgspec.json.encode(many, order="deterministic")
    written = columns.of_rows([row])
    assert written[1] == arrays.texts([Channel.ONLINE_WEB])
    assert written[3] == arrays.encoded([listed])
    stored = (row.stream, str(row.channel), None, listed, b'["2020-02-23"]')
    assert columns.row(stored) == row
