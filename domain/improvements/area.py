"""The part of the work in which a problem was found."""

from domain.choice import Choice


class ImprovementArea(Choice):
    """The parts of which the announcement of 23 February 2020 speaks (R15 to R23)."""

    TELEPHONE = "telephone", "电话接听", "telephone"
    HANDLING = "handling", "业务办理", "handling of cases"
    ADVICE = "advice", "咨询解答", "answers to questions"
    HARD_PROBLEM = "hard_problem", "疑难问题解决", "hard problems"
    ONLINE = "online", "网上办和手机办", "online and mobile service"
    DELIVERY = "delivery", "邮政寄递", "delivery by post"
    HYGIENE = "hygiene", "卫生消杀和防护", "hygiene and protection"
    WINDOW = "window", "窗口秩序", "order at the windows"
    STAFF_AND_EQUIPMENT = "staff_and_equipment", "人员和设备", "staff and equipment"
