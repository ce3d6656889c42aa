"""What the applications about a licence of Henan have in common."""

from domain.services.blocks.applicant.fields import DriverApplicant
from domain.services.blocks.licence.henan import HenanLicence
from domain.services.form import Form
from domain.services.subjects import Subjects


class AboutLicence(Form):
    """An application of the holder, at the office that issued the licence."""

    applicant: DriverApplicant
    licence: HenanLicence

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            licence_no=self.licence.licence_no,
        )

    def office(self) -> str:
        """Gives the issuing office."""
        return self.licence.issuing_office
