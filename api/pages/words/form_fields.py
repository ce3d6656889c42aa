"""The fields of the application forms, by their last name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

FORM_FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "service": Title("业务代码", "service code"),
        "channel": Title("办理渠道", "channel"),
        "user_kind": Title("用户类型", "kind of user"),
        "applicant": Title("申请人", "applicant"),
        "agent": Title("代理人", "agent"),
        "id_type": Title("身份证明种类", "identity document"),
        "id_no": Title("身份证明号码", "identity number"),
        "name": Title("姓名或者名称", "name"),
        "mobile": Title("手机号码", "mobile"),
        "capacity": Title("申请人身份", "capacity"),
        "declaration": Title("业务须知和申告", "notice and declaration"),
        "notice_version": Title("业务须知版本", "version of the notice"),
        "agreed_at": Title("同意时间", "agreed at"),
        "declaration_version": Title("申告版本", "version of the declaration"),
        "sms_verified_at": Title("短信验证时间", "SMS code confirmed at"),
        "vehicle": Title("机动车", "vehicle"),
        "plate_kind": Title("号牌种类", "plate kind"),
        "plate_no": Title("号牌号码", "plate number"),
        "imported": Title("进口机动车", "imported"),
        "vin": Title("车辆识别代号", "VIN"),
        "engine_no": Title("发动机号码", "engine number"),
        "use_nature": Title("使用性质", "use"),
        "business": Title("补领或者换领", "reissue or replacement"),
        "reason": Title("原因", "reason"),
        "plates_affected": Title("补换的号牌", "plates affected"),
        "need_temp_plate": Title("需要临时号牌", "temporary plate wanted"),
        "delivery": Title("领取方式", "delivery"),
        "mode": Title("寄递或者自取", "post or pick-up"),
        "recipient_name": Title("收件人", "recipient"),
        "recipient_mobile": Title("收件人手机号码", "recipient's mobile"),
        "region_code": Title("县（市、区）代码", "county code"),
        "address": Title("详细地址", "address"),
        "postcode": Title("邮政编码", "postcode"),
        "pickup_office_id": Title("领取地点", "pick-up office"),
        "payment": Title("缴费", "payment"),
        "method": Title("缴费方式", "method"),
        "documents": Title("上传材料", "uploads"),
        "kind": Title("材料种类", "kind"),
        "sha256": Title("文件摘要（SHA-256）", "SHA-256 of the file"),
        "media_type": Title("文件类型", "media type"),
        "size": Title("文件大小（字节）", "size in bytes"),
        "new_mobile": Title("新手机号码", "new mobile"),
        "new_mobile_verified_at": Title("新号码验证时间", "new mobile confirmed at"),
        "email": Title("电子邮箱", "e-mail"),
        "contact_address": Title("联系地址", "contact address"),
        "licence": Title("驾驶证", "driving licence"),
        "licence_no": Title("驾驶证号", "licence number"),
        "file_no": Title("档案编号", "file number"),
        "classes": Title("准驾车型", "classes"),
        "valid_until": Title("有效期止", "valid until"),
        "requested_until": Title("申请延期至", "requested until"),
    }
)
