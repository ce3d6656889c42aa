"""The wording for uploads, and the names of their kinds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.choices import DocumentKind
from domain.titles import Title

NAMES: Final[Mapping[DocumentKind, Title]] = MappingProxyType(
    {
        DocumentKind.ID_FRONT: Title("身份证明（正面）", "identity document, front"),
        DocumentKind.ID_BACK: Title("身份证明（反面）", "identity document, back"),
        DocumentKind.LICENCE_PHOTO_PAGE: Title("驾驶证照片页", "photo page of the driving licence"),
        DocumentKind.DRIVING_PERMIT: Title("行驶证", "driving permit"),
        DocumentKind.REGISTRATION_CERTIFICATE: Title("机动车登记证书", "registration certificate"),
        DocumentKind.VEHICLE_PHOTO_45DEG: Title(
            "车辆标准照片（左前方45度）", "photo of the vehicle from the left front"
        ),
        DocumentKind.PLATE_PHOTO: Title("损毁号牌照片", "photo of the damaged plate"),
        DocumentKind.RESIDENCE_PERMIT_FRONT: Title("居住证（正面）", "residence permit, front"),
        DocumentKind.RESIDENCE_PERMIT_BACK: Title("居住证（反面）", "residence permit, back"),
        DocumentKind.FOREIGNER_LODGING: Title(
            "境外人员临时住宿登记表", "lodging registration of a foreigner"
        ),
        DocumentKind.PURCHASE_INVOICE: Title("购车发票", "purchase invoice"),
        DocumentKind.FACTORY_CERTIFICATE: Title("整车出厂合格证明", "factory certificate"),
        DocumentKind.IMPORT_CERTIFICATE: Title("进口凭证", "import certificate"),
        DocumentKind.INSURANCE_POLICY: Title("交强险凭证", "compulsory insurance policy"),
        DocumentKind.TAX_PROOF: Title("车船税纳税或者免税证明", "proof of vehicle tax"),
        DocumentKind.MEDICAL_CERTIFICATE: Title("身体条件证明", "medical certificate"),
        DocumentKind.DEFERRAL_PROOF: Title("延期事由证明", "proof of the ground for deferral"),
        DocumentKind.LOSS_STATEMENT: Title("遗失书面声明", "statement of loss"),
        DocumentKind.PORTRAIT: Title("申请人照片", "portrait"),
        DocumentKind.MANDATE: Title("委托书", "mandate"),
    }
)

DOCUMENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "document_twice": Title(
            zh="同一种材料只能上传一份，请删除多余的材料。",
            en="Only one upload of this kind is taken. Please remove the other.",
        ),
        "document_too_large": Title(
            zh="单个文件不得超过5MB，请压缩后重新上传。",
            en="An upload may be 5 MB at most. Make it smaller and upload it again.",
        ),
        **{
            f"document_missing_{kind}": Title(
                zh=f"缺少材料：{name.zh}。请上传。",
                en=f"Missing: {name.en}. Please upload it.",
            )
            for kind, name in NAMES.items()
        },
    }
)
