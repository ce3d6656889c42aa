"""A complete body of V08, in order on the day asked for. It belongs to nobody."""

from datetime import date

from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "used_vehicle_preselect",
        **examples.applicant("owner"),
        "vehicle": {
            "vin": "LZYTBTD60L1000123",
            "brand_model": "ZZ7150A1",
            "use_nature": "non_operating",
        },
        "residence_region": "410105",
        "plate_kind": "02",
        "issuing_prefix": "豫A",
        "method": "random",
        "transfer_kind": "local_transfer",
        "certificate_no": "410012345678",
        "sale_invoice_no": "00123456",
        "declaration": examples.declaration(today),
        "documents": [],
    }
