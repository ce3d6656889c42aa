"""The closed lists from which every form draws. Their codes are stored for ever.

A list that only one service or one block has stands there. The channels are those that the
announcement of 2020-02-23 names: 网上办、手机办、应急办、自助办、延期办、延时办.
"""

from typing import Final

from domain.choice import Choice


class Channel(Choice):
    """How an application reached the office."""

    ONLINE_WEB = "online_web", "网页", "website"
    ONLINE_APP = "online_app", "手机客户端", "app"
    WINDOW = "window", "窗口", "window"
    SELF_SERVICE = "self_service", "自助终端", "self-service machine"
    EMERGENCY = "emergency", "应急办", "emergency handling"
    DEFERRED = "deferred", "延期办", "deferred handling"
    EXTENDED_HOURS_WINDOW = "extended_hours_window", "延时服务窗口", "window, extended hours"


ONLINE: Final = frozenset({Channel.ONLINE_WEB, Channel.ONLINE_APP})


class UserKind(Choice):
    """What the platform knows of the user. A unit was verified at a window."""

    WEB_REGISTERED = "web_registered", "网上注册用户", "registered online"
    REAL_NAME = "real_name", "实名用户", "identity verified"
    UNIT = "unit", "单位用户", "organisation"


class Capacity(Choice):
    OWNER = "owner", "机动车所有人", "owner"
    DRIVER = "driver", "驾驶证持有人", "holder of the licence"
    LEARNER = "learner", "学习驾驶人", "learner"
    AGENT = "agent", "代理人", "agent"


class DeliveryMode(Choice):
    POST = "post", "邮政寄递", "post"
    PICKUP = "pickup", "到窗口领取", "pick-up"


class PaymentMethod(Choice):
    ONLINE = "online", "网上缴费", "online"
    ON_DELIVERY = "on_delivery", "邮件投递时缴费", "on delivery"
    WINDOW = "window", "窗口缴费", "at the window"


class DocumentKind(Choice):
    """What may be uploaded. The platform asks for these, and for a photo of what is damaged."""

    ID_FRONT = "id_front", "身份证明（正面）", "identity document, front"
    ID_BACK = "id_back", "身份证明（反面）", "identity document, back"
    LICENCE_PHOTO_PAGE = "licence_photo_page", "驾驶证照片页", "photo page of the driving licence"
    DRIVING_PERMIT = "driving_permit", "行驶证", "driving permit"
    REGISTRATION_CERTIFICATE = (
        "registration_certificate",
        "机动车登记证书",
        "registration certificate",
    )
    VEHICLE_PHOTO_45DEG = (
        "vehicle_photo_45deg",
        "车辆标准照片（左前方45度）",
        "photo of the vehicle from the left front",
    )
    PLATE_PHOTO = "plate_photo", "损毁号牌照片", "photo of the damaged plate"
    LICENCE_PHOTO = "licence_photo", "损毁驾驶证照片", "photo of the damaged licence"
    RESIDENCE_PERMIT_FRONT = "residence_permit_front", "居住证（正面）", "residence permit, front"
    RESIDENCE_PERMIT_BACK = "residence_permit_back", "居住证（反面）", "residence permit, back"
    FOREIGNER_LODGING = (
        "foreigner_lodging",
        "境外人员临时住宿登记表",
        "lodging registration of a foreigner",
    )
    PURCHASE_INVOICE = (
        "purchase_invoice",
        "购车发票等机动车来历证明",
        "purchase invoice or other proof of origin",
    )
    FACTORY_CERTIFICATE = "factory_certificate", "整车出厂合格证明", "factory certificate"
    IMPORT_CERTIFICATE = "import_certificate", "进口凭证", "import certificate"
    INSURANCE_POLICY = "insurance_policy", "交强险凭证", "compulsory insurance policy"
    TAX_PROOF = "tax_proof", "车船税纳税或者免税证明", "proof of vehicle tax"
    MEDICAL_CERTIFICATE = "medical_certificate", "身体条件证明", "medical certificate"
    DEFERRAL_PROOF = "deferral_proof", "延期事由证明", "proof of the ground for deferral"
    LOSS_STATEMENT = "loss_statement", "遗失书面声明", "statement of loss"
    PORTRAIT = "portrait", "申请人照片", "portrait"
    WRITTEN_APPLICATION = "written_application", "书面申请", "written application"
    SAFETY_INSPECTION = (
        "safety_inspection",
        "机动车安全技术检验合格证明",
        "certificate of the safety inspection",
    )
    MANDATE = "mandate", "委托书", "mandate"
    EVIDENCE = "evidence", "陈述申辩证据材料", "evidence for the defence"
    GREEN_PROOF = "green_proof", "绿色通道事由证明", "proof of the ground for the green channel"
