"""A licence that was issued in Henan, so that an office of the province has power over it."""

from pydantic import field_validator

from domain.services.blocks.licence.fields import Licence
from domain.services.blocks.licence.office import ISSUING_OFFICES
from domain.services.judgement import defect


class HenanLicence(Licence):
    """The first four digits of its file number name the office that issued it."""

    @property
    def issuing_office(self) -> str:
        return ISSUING_OFFICES[self.file_no[:4]]

    @field_validator("file_no")
    @classmethod
    def _issued_in_henan(cls, file_no: str) -> str:
        if file_no[:4] not in ISSUING_OFFICES:
            raise defect("issued_elsewhere")
        return file_no
