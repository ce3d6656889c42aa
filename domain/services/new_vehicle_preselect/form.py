"""V07 新车注册登记预选号牌: a number for a vehicle that is not registered yet."""

from typing import ClassVar, Literal

from domain.services.form import papers_of
from domain.services.new_vehicle_preselect.facts import NewVehiclePreselectFacts
from domain.services.number_choice.form import NumberForm


class NewVehiclePreselect(NumberForm):
    """新车注册登记预选号牌. What is told here is compared with the originals at registration."""

    ONCE: ClassVar = True

    service: Literal["new_vehicle_preselect"]

    def facts(self) -> NewVehiclePreselectFacts:
        return NewVehiclePreselectFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.plate_kind,
            use_nature=self.vehicle.use_nature,
            method=self.method,
        )
