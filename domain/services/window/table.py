"""The thirty services that windows have. A number with several services has a line for each.

The columns are number, code, what it is about, the group with which it opens, its outcome, the
working days from acceptance, the articles of its term, and its names. ``✓`` marks an article whose
text was read. The orders 164, 162 and 157 came later; the earlier ones had the same, as far as is
known. What else ends a service stands in :mod:`domain.services.window.end`.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from domain.offices.business import WindowGroup
from domain.services.archetype import Archetype
from domain.services.window import driver_matters, learner_matters, vehicle_matters
from domain.services.window.driver_ends import DRIVER_ENDS
from domain.services.window.end import NOTHING_MORE, End
from domain.services.window.matter import Matter
from domain.services.window.vehicle_ends import VEHICLE_ENDS
from domain.services.window.window_service import WindowService
from domain.titles import Title

_TABLE: Final = """
W01   | reg_new              | new_car  | reg   | DOC | 2  | 124:7✓   | 注册登记 | First registration
W02   | reg_change           | altered  | reg   | DOC | 1  | 164:17✓  | 变更登记 | Change of registration
W03   | reg_transfer         | transfer | reg   | DOC | 1  | 164:26✓  | 转移登记 | Transfer of ownership
W04-1 | reg_move_out         | leaving  | reg   | REC | 3  | 164:18✓  | 转出 | Move out of jurisdiction
W04-2 | reg_move_in          | arriving | reg   | DOC | 3  | 164:27✓  | 转入 | Move into jurisdiction
W05-1 | reg_mortgage         | mortgage | reg   | REC | 1  | 164:32✓  | 抵押登记 | Mortgage
W05-2 | reg_mortgage_release | release  | reg   | REC | 1  | 164:33✓  | 解除抵押登记 | Release of a mortgage
W06   | reg_cancel           | cancel   | reg   | REC | 1  | 164:38✓  | 注销登记 | Cancellation
W07   | reg_correct          | correct  | reg   | REC | 5  | 164:53✓  | 登记事项更正 | Correction of the register
W08   | reg_ambulance        | new_car  | reg   | DOC | 2  | 124:7✓   | 救护车注册登记 | Ambulance registration
W09   | cert_reissue         | document | plate | DOC | 1  | 124:43✓  | 补领、换领机动车登记证书 | Reissue of the registration certificate
W10-1 | plate_reissue_w      | document | plate | DOC | 15 | 124:44✓  | 补换号牌（窗口） | Reissue of plates at the window
W10-2 | nev_plate_exchange   | energy   | reg   | DOC | 15 | 124:44✓  | 换发新能源汽车号牌 | Exchange for new-energy plates
W11   | permit_reissue_w     | document | plate | DOC | 1  | 124:44✓  | 补换行驶证（窗口） | Reissue of the driving permit at the window
W12   | temp_plate_w         | to_drive | temp  | DOC | 1  | 124:46✓  | 核发临时行驶车号牌 | Temporary plate at the window
W13-1 | licence_reissue_w    | card     | plate | DOC | 1  | 139:63✓  | 补、换驾驶证（窗口） | Reissue of the driving licence at the window
W13-2 | licence_renewal_w    | renewal  | plate | DOC | 1  | 139:62   | 期满换领驾驶证（窗口） | Renewal of the driving licence at the window
W13-3 | licence_overage_w    | age      | plate | DOC | 1  | 139:62   | 超龄换领驾驶证（窗口） | Exchange on reaching the age limit at the window
W14   | vehicle_check        | look     | reg   | REC | -  | -        | 机动车查验 | Physical check of the vehicle
W15   | inspection           | inspect  | insp  | REC | -  | -        | 机动车安全技术检验 | Safety inspection at a station
W16   | inspection_mark      | mark     | insp  | DOC | 1  | 124:49✓  | 核发检验合格标志 | Inspection mark after an inspection
W17   | exam_s1              | exam     | exam  | REC | -  | -        | 科目一考试 | Theory examination
W18   | exam_s2              | exam     | exam  | REC | -  | -        | 科目二考试 | Field driving examination
W19-1 | exam_s3r             | exam     | exam  | REC | -  | -        | 科目三道路驾驶技能考试 | Road driving examination
W19-2 | exam_s3t             | exam     | exam  | REC | -  | -        | 科目三安全文明驾驶常识考试 | Safe-driving theory examination
W20-1 | licence_initial      | begin    | last  | REC | 1  | 162:40✓  | 初次申领驾驶证 | First application for a licence
W20-2 | add_class            | further  | last  | REC | 1  | 162:40✓  | 增加准驾车型 | Class addition
W21   | licence_convert      | convert  | last  | DOC | 1  | 162:28✓  | 军警证、境外证换领 | Exchange of a military or foreign licence
W22   | licence_move_in      | moved    | last  | DOC | 1  | 139:58   | 驾驶证转入换证 | Exchange on moving in
W23   | licence_downgrade    | lower    | last  | DOC | 1  | -        | 降低准驾车型 | Voluntary or medical downgrade
W24-1 | licence_cancel       | licence  | last  | REC | 1  | -        | 注销驾驶证 | Cancellation of a licence
W24-2 | licence_restore      | restore  | last  | DOC | 1  | -        | 恢复驾驶资格 | Restoration of the right to drive
W25-1 | review               | review   | last  | REC | -  | 162:73✓  | 驾驶证审验 | Periodic review
W25-2 | medical_submit_w     | medical  | last  | REC | -  | 139:72✓  | 提交身体条件证明（窗口） | Medical certificate at the window
W26   | full_points_edu      | taught   | last  | REC | -  | RTSR:24✓ | 满分教育 | Full-points education
W27-1 | school_bus_plate     | car      | last  | DOC | 3  | 164:60✓  | 校车标牌 | School-bus plate
W27-2 | school_bus_driver    | bus      | last  | REC | 5  | 162:89✓  | 校车驾驶资格 | Qualification to drive school buses
W28-1 | foreign_temp_plate   | entry    | last  | DOC | -  | -        | 临时入境牌证 | Temporary entry plate and permit
W28-2 | foreign_temp_permit  | visitor  | last  | DOC | -  | -        | 临时驾驶许可 | Temporary driving permit
W29   | violation_window     | fine     | last  | PEN | 1  | 157:51✓  | 违法处理（窗口） | Handling of violations at the window
W30   | new_user_verify      | account  | last  | REC | -  | -        | 面签 | Face-to-face verification of users
"""  # noqa: E501 - a line is a row
_MATTERS: Final[Mapping[str, Matter]] = MappingProxyType(
    {
        "new_car": vehicle_matters.NEW_VEHICLE,
        "no_plate": vehicle_matters.WITHOUT_PLATE,
        "to_drive": vehicle_matters.TEMPORARY,
        "car": vehicle_matters.REGISTERED,
        "altered": vehicle_matters.ALTERED,
        "leaving": vehicle_matters.LEAVING,
        "arriving": vehicle_matters.ARRIVING,
        "correct": vehicle_matters.CORRECTED,
        "transfer": vehicle_matters.TRANSFERRED,
        "energy": vehicle_matters.EXCHANGED,
        "mortgage": vehicle_matters.MORTGAGED,
        "release": vehicle_matters.RELEASED,
        "cancel": vehicle_matters.CANCELLED,
        "mark": vehicle_matters.MARK,
        "look": vehicle_matters.LOOKED_AT,
        "inspect": vehicle_matters.INSPECTED,
        "entry": vehicle_matters.ENTRY,
        "document": vehicle_matters.REISSUED,
        "licence": driver_matters.LICENCE,
        "card": driver_matters.CARD,
        "renewal": driver_matters.RENEWED,
        "age": driver_matters.OVER_AGE,
        "taught": driver_matters.TAUGHT,
        "review": driver_matters.REVIEW,
        "medical": driver_matters.CERTIFIED,
        "lower": driver_matters.LOWERED,
        "exam": learner_matters.EXAM,
        "begin": learner_matters.BEGINNER,
        "further": learner_matters.FURTHER,
        "convert": learner_matters.CONVERTED,
        "moved": driver_matters.MOVED,
        "restore": driver_matters.RESTORED,
        "bus": driver_matters.BUS_DRIVER,
        "visitor": driver_matters.VISITOR,
        "account": driver_matters.ACCOUNT,
        "fine": driver_matters.VIOLATION,
    }
)
_OPENS: Final[Mapping[str, WindowGroup]] = MappingProxyType(
    {
        "plate": WindowGroup.REISSUE_REPLACE,
        "temp": WindowGroup.TEMPORARY_PLATES,
        "reg": WindowGroup.REGISTRATION,
        "insp": WindowGroup.INSPECTION,
        "exam": WindowGroup.EXAM,
        "last": WindowGroup.OTHER,
    }
)
_NONE: Final = "-"
ENDS: Final[Mapping[str, End]] = MappingProxyType({**VEHICLE_ENDS, **DRIVER_ENDS})


def _rows() -> Iterator[WindowService]:
    for line in _TABLE.strip().splitlines():
        number, code, about, opens, outcome, days, basis, zh, en = map(str.strip, line.split("|"))
        yield WindowService(
            number=number,
            code=code,
            title=Title(zh, en),
            matter=_MATTERS[about],
            opens=_OPENS[opens],
            outcome=Archetype(outcome),
            days=None if days == _NONE else int(days),
            basis="" if basis == _NONE else basis,
            end=ENDS.get(code, NOTHING_MORE),
        )


ROWS: Final[Mapping[str, WindowService]] = MappingProxyType({row.code: row for row in _rows()})
"""The lines by their codes."""
if unknown := ENDS.keys() - ROWS.keys():
    raise ValueError(f"no line has the codes {sorted(unknown)}")
