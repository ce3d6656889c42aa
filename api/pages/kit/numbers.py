"""Which numbers a text may be that somebody reads off a document."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from domain.identifiers import document_number, plate, vin
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.plate import PlateKind
from domain.vault import Purpose


def numbers_of(text: str, today: date) -> Iterator[tuple[Purpose, str]]:
    """Every number that the text may be, as an index knows it. A plate may be of any kind."""
    with suppress(InvalidIdentifier):
        number = document_number.parse(text).text
        yield Purpose.ID_NO, number
        yield Purpose.LICENCE, number
    with suppress(InvalidIdentifier):
        yield Purpose.VIN, vin.parse(text, imported=True).text
    for kind in PlateKind:
        with suppress(InvalidIdentifier):
            read = plate.parse(kind, text, on=today)
            yield Purpose.PLATE, f"{read.kind}:{read.text}"
