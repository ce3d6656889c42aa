"""A complete body of V10, in order on the day asked for. It belongs to nobody."""

from datetime import date

from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "nev_swap_select",
        **examples.applicant("owner"),
        **examples.vehicle(),
        "energy": "bev",
        "new_plate_kind": "52",
        "method": "random",
        "declaration": examples.declaration(today),
        "documents": [],
    }
