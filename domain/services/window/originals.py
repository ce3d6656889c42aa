"""The papers that are shown at a window. The clerk sees the originals, and nothing is uploaded."""

from domain.choice import Choice


class Original(Choice):
    """What lies on the counter. Its code is stored, so it stays."""

    IDENTITY = "identity", "身份证明原件", "the original identity document"
    MANDATE = "mandate", "委托书", "the mandate of an agent"
    CERTIFICATE = "certificate", "机动车登记证书", "the registration certificate"
    DRIVING_PERMIT = "driving_permit", "行驶证", "the driving permit"
    PLATES = "plates", "未灭失、丢失的号牌", "the plates that are still there"
    ORIGIN = "origin", "购车发票等机动车来历证明", "the invoice or another proof of origin"
    TRANSFER = (
        "transfer",
        "机动车所有权转移的证明、凭证（二手车销售统一发票等）",
        "the proof that the vehicle changed hands, such as the invoice of a used car",
    )
    CONFORMITY = (
        "conformity",
        "整车出厂合格证明或者进口机动车进口凭证",
        "the factory certificate, or the import certificate",
    )
    PURCHASE_TAX = (
        "purchase_tax",
        "车辆购置税完税证明或者免税凭证",
        "the proof that the purchase tax is paid or not due",
    )
    INSURANCE = "insurance", "交强险凭证", "the compulsory insurance policy"
    USE = "use", "救护车使用性质证明", "the proof that it is used as an ambulance"
    LOSS_STATEMENT = "loss_statement", "遗失书面声明", "the written statement of the loss"
    TAX = "tax", "车船税纳税或者免税证明", "the proof that the vehicle tax is paid or not due"
    SAFETY = (
        "safety_inspection",
        "机动车安全技术检验合格证明",
        "the certificate of the safety inspection",
    )
    FOREIGN_REGISTRATION = (
        "foreign_registration",
        "境外主管部门核发的机动车登记证明",
        "the registration of the vehicle abroad",
    )
    ARCHIVE = "archive", "转出地密封的机动车档案", "the sealed file of the office that it leaves"
    ENTRY_PROOF = (
        "entry_proof",
        "证明登记事项错误的凭证",
        "the proof of what was entered wrongly",
    )
    ENTRY_APPROVAL = (
        "entry_approval",
        "入境批准文件或者载明准许停留期限的入境证件",
        "the approval of the entry, or the papers that tell how long one may stay",
    )
    BUS_APPROVAL = (
        "bus_approval",
        "县级或者设区的市级人民政府的校车使用许可决定",
        "the decision of the government that permits its use as a school bus",
    )
    LICENCE = "licence", "机动车驾驶证", "the driving licence"
    OTHER_LICENCE = (
        "other_licence",
        "军队、武警部队或者境外机动车驾驶证",
        "the military or foreign driving licence",
    )
    LEARNER_PERMIT = "learner_permit", "学习驾驶证明", "the learner's permit"
    MEDICAL = "medical", "身体条件证明", "the medical certificate"
    MORTGAGEE = (
        "mortgagee_identity",
        "抵押权人的身份证明原件",
        "the original identity document of the mortgagee",
    )
    CONTRACTS = (
        "contracts",
        "主合同和抵押合同",
        "the principal contract and the contract of the mortgage",
    )
    NOTICE = "notice", "违法行为处理通知书或者其他凭证", "the notice of the violation"
