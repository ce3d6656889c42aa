"""What people read for a vehicle of the register."""

from typing import Final

from domain.titles import Title
from domain.vehicles.state import VehicleStage
from domain.wording import Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in VehicleStage},
    events={
        "VehicleEntered": Title("机动车登记信息已入库", "Record entered"),
        "OwnerContactFiled": Title("所有人联系方式已备案", "Owner's contact filed"),
        "VehicleDocumentReissued": Title("牌证已补换领", "Document reissued"),
        "TempPlateRegistered": Title("临时行驶车号牌已登记", "Temporary plate registered"),
        "TempPlateExpired": Title("临时行驶车号牌已失效", "Temporary plate expired"),
        "InspectionValidityExtended": Title("检验有效期已延长", "Inspection validity extended"),
        "InspectionLapsed": Title("检验有效期届满", "Inspection lapsed"),
    },
    fields={
        "record": Title("登记信息", "record"),
        "entered_on": Title("入库日期", "entered on"),
        "case": Title("案件", "case"),
        "part": Title("加密信息", "sealed part"),
        "service": Title("业务", "service"),
        "issued_on": Title("核发日期", "issued on"),
        "valid_to": Title("有效期至", "valid to"),
        "counted": Title("计入核发次数", "counted towards the limit"),
        "inspected_until": Title("检验有效期至", "inspected until"),
        "office": Title("登记机关", "office of registration"),
        "type": Title("车辆类型", "type"),
        "use": Title("使用性质", "use"),
        "seats": Title("核定载人数", "seats"),
        "energy": Title("能源种类", "energy"),
        "plate_kind": Title("号牌种类", "plate kind"),
        "states": Title("机动车状态", "state"),
        "made_on": Title("出厂日期", "made on"),
        "registered_on": Title("初次登记日期", "first registered on"),
        "insured_from": Title("交强险起期", "insured from"),
        "insured_until": Title("交强险止期", "insured until"),
        "taxed_through": Title("车船税缴纳年度", "vehicle tax paid through"),
        "tax_exempt": Title("免缴车船税", "exempt from the vehicle tax"),
        "injury": Title("发生过伤亡事故", "accident with injury or death"),
        "temporary_plates": Title("临时行驶车号牌", "temporary plates"),
        "issued": Title("核发的牌证", "documents issued"),
        "no": Title("牌证编号", "number of the document"),
    },
    commands={
        "EnterVehicle": Title("登记信息入库", "Enter the record"),
        "ChangeVehicle": Title("按办理结果变更登记", "Carry out the outcome of a case"),
        "PassDeadline": Title("期限届满处理", "Act on a deadline that has passed"),
    },
)
