"""A complete body of V07, in order on the day asked for. It belongs to nobody."""

from datetime import date

from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "new_vehicle_preselect",
        **examples.applicant("owner"),
        "vehicle": {
            "vin": "LZYTBTD60L1000123",
            "brand_model": "ZZ7150BEV1",
            "use_nature": "non_operating",
        },
        "residence_region": "410105",
        "plate_kind": "52",
        "issuing_prefix": "豫A",
        "method": "self_composed",
        "wanted_no": "豫AD12345",
        "declaration": examples.declaration(today),
        "documents": [],
    }
