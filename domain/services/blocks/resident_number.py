"""What is said of a number that is built like that of a resident ID card (GB 11643)."""

from domain.titles import Title


def resident_number_texts(kind: str, zh: str, en: str) -> dict[str, Title]:
    """A text for each rule of the ``kind``, whose number people call ``zh`` and ``en``."""
    return {
        f"{kind}_length": Title(
            zh=f"{zh}应为18位，请核对后重新填写。",
            en=f"The {en} must have 18 characters. Please check it.",
        ),
        f"{kind}_characters": Title(
            zh=f"{zh}只能由数字组成，末位可以为字母X，请更正。",
            en=f"The {en} may hold digits only, and an X at the end. Please correct it.",
        ),
        f"{kind}_region": Title(
            zh=f"{zh}的地区代码不存在，请核对前六位。",
            en=f"The region in the {en} does not exist. Please check the first six digits.",
        ),
        f"{kind}_date": Title(
            zh=f"{zh}中的出生日期不存在，请核对第七至十四位。",
            en=f"The {en} holds no real date of birth. Please check digits 7 to 14.",
        ),
        f"{kind}_check_digit": Title(
            zh=f"{zh}校验不通过，请逐位核对后重新填写。",
            en=f"The {en} is not valid. Please compare it digit by digit.",
        ),
        f"{kind}_future_date": Title(
            zh=f"{zh}中的出生日期晚于今天，请核对。",
            en=f"The date of birth in the {en} lies in the future. Please check it.",
        ),
        f"{kind}_age": Title(
            zh=f"{zh}中的出生日期过早，请核对。",
            en=f"The date of birth in the {en} lies too far back. Please check it.",
        ),
    }
