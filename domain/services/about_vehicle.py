"""What the applications about a vehicle that has its plate have in common."""

from domain.services.blocks.applicant.fields import OwnerApplicant
from domain.services.blocks.vehicle.fields import Vehicle
from domain.services.form import Form
from domain.services.subjects import Subjects


class AboutVehicle(Form):
    """An application of the owner, at the office where the vehicle is registered."""

    applicant: OwnerApplicant
    vehicle: Vehicle

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            plate=self.vehicle.key,
            vin=self.vehicle.vin,
        )

    def office(self) -> str:
        """Gives the office of registration, which the issuing letter names."""
        return self.vehicle.office_of_registration
