"""A complete body of D07, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.deferral.example import deferral_after_cycle


def example(today: date) -> Body:
    """A holder of C5, whose third cycle ends in three months."""
    return {
        "service": "medical_deferral",
        **deferral_after_cycle(today, classes="C5", cycles=3),
        "reason": "other",
        "declaration": examples.declaration(today),
    }
