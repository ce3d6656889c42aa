"""The identity document of a person or a unit, and the number and the name in it."""

from datetime import date
from typing import Final, NamedTuple

from domain.choice import Choice
from domain.identifiers import document_number, person_name, resident_id, unit_name, uscc
from domain.identifiers.text import normalise
from domain.services.judgement import identified


class IdType(Choice):
    """The identity documents that the platform takes. ``uscc`` is the code of a unit."""

    RESIDENT_ID = "resident_id", "居民身份证", "resident ID card"
    TEMP_RESIDENT_ID = "temp_resident_id", "临时居民身份证", "temporary ID card"
    MILITARY_ID = "military_id", "军官证、士兵证", "military ID"
    HK_MACAO_PERMIT = "hk_macao_permit", "港澳居民来往内地通行证", "Hong Kong and Macao permit"
    TAIWAN_PERMIT = "taiwan_permit", "台湾居民来往大陆通行证", "Taiwan permit"
    PASSPORT = "passport", "护照", "passport"
    FOREIGN_PR = "foreign_pr", "外国人永久居留身份证", "foreigner's residence card"
    USCC = "uscc", "统一社会信用代码", "social credit code"


RESIDENT: Final = frozenset({IdType.RESIDENT_ID, IdType.TEMP_RESIDENT_ID})


class IdentityNumber(NamedTuple):
    """Only the number of a resident tells the birthday."""

    text: str
    born_on: date | None = None


def identity_number(id_type: IdType | None, text: str, today: date) -> IdentityNumber:
    """Reads the number of a document, as far as its kind is sound.

    No published format of military and foreign documents was found, so their numbers are checked
    loosely.
    """
    if id_type is None:
        return IdentityNumber(normalise(text))
    if id_type in RESIDENT:
        resident = identified("resident_id", resident_id.parse, text, today)
        return IdentityNumber(resident.text, resident.born_on)
    if id_type is IdType.USCC:
        return IdentityNumber(identified("uscc", uscc.parse, text).text)
    return IdentityNumber(identified("id_no", document_number.parse, text).text)


def name_of(id_type: IdType | None, text: str) -> str:
    """The name of a unit, or of a person."""
    if id_type is IdType.USCC:
        return identified("name", unit_name.parse, text).text
    return identified("name", person_name.parse, text).text
