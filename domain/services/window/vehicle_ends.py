"""How the window services of vehicles end."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.register.reminder_topic import ReminderTopic
from domain.services.blocks.business import Business
from domain.services.checks.vehicle import INSURANCE
from domain.services.window import documents, effects, told
from domain.services.window.checks import applicant, charges, registration
from domain.services.window.end import End
from domain.services.window.originals import Original
from domain.titles import Title

VEHICLE_ENDS: Final[Mapping[str, End]] = MappingProxyType(
    {
        "reg_new": End(
            document=documents.ALL_OF_A_VEHICLE,
            effect=effects.registered,
            fee=documents.new_vehicle_fee,
            also=(told.IF_TESTED,),
            replaces=False,
        ),
        "reg_ambulance": End(
            document=documents.ALL_OF_A_VEHICLE,
            effect=effects.registered,
            fee=documents.new_vehicle_fee,
            checks=(registration.FOR_RESCUE, registration.MARKED),
            originals=(Original.USE,),
            also=(told.IF_TESTED,),
            notes=(told.MARKING,),
            green=True,
            replaces=False,
        ),
        "reg_change": End(
            document=documents.PERMIT,
            effect=effects.altered,
            fee=documents.permit_fee,
            also=(told.IF_PARTS_CHANGED,),
            notes=(told.CHANGED,),
            exclusive="reg_transfer",
        ),
        "reg_move_out": End(
            effect=effects.moved_out, outcome=told.MOVED_OUT, exclusive="reg_transfer"
        ),
        "reg_move_in": End(
            document=documents.PLATES_PERMIT_AND_MARK,
            effect=effects.moved_in,
            fee=documents.transfer_fee,
            notes=(told.MOVED_IN,),
            exclusive="reg_transfer",
            replaces=False,
        ),
        "reg_correct": End(
            effect=effects.corrected, outcome=told.CORRECTED, exclusive="reg_transfer"
        ),
        "vehicle_check": End(on_file=True, outcome=told.CHECKED, notes=(told.NEW_ONES_LATER,)),
        "reg_transfer": End(
            document=documents.PLATES_PERMIT_AND_MARK,
            effect=effects.transferred,
            fee=documents.transfer_fee,
            checks=(
                applicant.PERSON,
                registration.ANOTHER_OWNER,
                registration.SETTLED,
                charges.FREE,
                registration.CONFORMITY,
            ),
            without=registration.OF_THE_OWNER,
            originals=(Original.TRANSFER,),
            also=(told.IF_OVERDUE,),
            notes=(told.OTHER_NUMBER,),
        ),
        "reg_mortgage": End(
            effect=effects.mortgaged,
            checks=(charges.MORTGAGEABLE,),
            exclusive="reg_transfer",
            outcome=told.MORTGAGED,
        ),
        "reg_mortgage_release": End(
            effect=effects.released,
            checks=(charges.MORTGAGED,),
            also=(told.IF_JUDGED,),
            exclusive="reg_transfer",
            outcome=told.RELEASED,
        ),
        "reg_cancel": End(
            settles=frozenset({ReminderTopic.INSPECTION}),
            effect=effects.deregistered,
            also=(told.STILL_THERE, told.IF_SCRAPPED, told.IF_NOT_SCRAPPED),
            exclusive="reg_transfer",
            outcome=told.CANCELLED,
        ),
        "cert_reissue": End(
            document=documents.CERTIFICATE,
            effect=effects.reissued,
            fee=documents.certificate_fee,
            handed_in=(Original.CERTIFICATE,),
            in_person=frozenset({Business.REISSUE}),
        ),
        "plate_reissue_w": End(
            document=documents.PLATES,
            effect=effects.reissued,
            fee=documents.plates_fee,
            handed_in=(Original.PLATES,),
            twin="V01",
        ),
        "nev_plate_exchange": End(
            document=documents.PLATES_AND_PERMIT,
            effect=effects.exchanged,
            fee=documents.transfer_fee,
            notes=(told.RESERVED_ONLINE,),
            exclusive="reg_transfer",
        ),
        "permit_reissue_w": End(
            document=documents.PERMIT,
            effect=effects.reissued,
            fee=documents.permit_fee,
            handed_in=(Original.DRIVING_PERMIT,),
            twin="V02",
        ),
        "temp_plate_w": End(
            document=documents.TEMPORARY_PLATE,
            effect=effects.temporary_plate,
            fee=documents.temporary_plate_fee,
            twin="V04",
            replaces=False,
        ),
        "inspection_mark": End(
            settles=frozenset({ReminderTopic.INSPECTION}),
            document=documents.MARK,
            effect=effects.inspected,
            twin="V05",
            originals=(Original.TAX, Original.SAFETY),
        ),
        "inspection": End(
            settles=frozenset({ReminderTopic.INSPECTION}),
            on_file=True,
            term=Title("由检验机构检验后出具结果", "the station tells the result after the test"),
            told_fee=told.PRICE_OF_THE_STATION,
            outcome=told.INSPECTED,
        ),
        "school_bus_plate": End(
            document=documents.BUS_PLATE,
            on_file=True,
            checks=(registration.SCHOOL_BUS, registration.INSPECTION_RUNS, INSURANCE),
            originals=(Original.BUS_APPROVAL,),
            replaces=False,
        ),
        "foreign_temp_plate": End(
            document=documents.ENTRY_PLATE,
            effect=effects.entry_plate,
            notes=(told.UNTIL_THE_STAY_ENDS,),
            replaces=False,
        ),
    }
)
"""Whatever stands here with an ``effect``, or ends ``on_file``, is taken in."""
