"""The facts of a number chosen for a new vehicle that are stored in the clear."""

from domain.services.number_choice.facts import NumberFacts


class NewVehiclePreselectFacts(NumberFacts, frozen=True, kw_only=True, tag="new_vehicle_preselect"):
    """Nothing but what every number has."""
