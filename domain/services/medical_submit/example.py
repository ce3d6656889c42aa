"""A complete body of D06, valid on the day asked for. It belongs to nobody."""

from datetime import date, timedelta

from domain.periods import add_years
from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.choices import DocumentKind


def example(today: date) -> Body:
    """A holder of C5, who was examined five days ago."""
    return {
        "service": "medical_submit",
        **examples.applicant("driver"),
        **examples.licence(add_years(today, 2), "C5"),
        "examination": {
            "hospital_code": "HN410100-01",
            "certificate_no": "ZZ20200001234",
            "examined_on": (today - timedelta(days=5)).isoformat(),
            "height_cm": 168,
            "vision_left": "5.0",
            "vision_right": "4.9",
            "corrected_left": True,
            "corrected_right": True,
            "colour_vision": True,
            "hearing_left": True,
            "hearing_right": True,
            "aid_used": False,
            "upper_limbs": "sound",
            "lower_limbs": "right_or_both_lost",
            "trunk_neck": True,
            "doctor_name": "李医",
            "conclusion": "fit_for_all",
        },
        "declaration": examples.declaration(today),
        "documents": examples.documents(DocumentKind.MEDICAL_CERTIFICATE),
    }
