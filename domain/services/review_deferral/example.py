"""A complete body of D08, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.deferral.example import deferral_after_cycle


def example(today: date) -> Body:
    """A holder of B2, whose fifth cycle ends in three months."""
    return {
        "service": "review_deferral",
        **deferral_after_cycle(today, classes="B2", cycles=5),
        "reason": "military",
        "declaration": examples.declaration(today),
    }
