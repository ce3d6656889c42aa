"""How a penalty decision came to the person whom it punishes."""

from domain.choice import Choice


class ServiceManner(Choice):
    """The ways in which a decision is served (PSP art. 36)."""

    ELECTRONIC = "electronic", "经同意电子送达", "electronically, with his consent"
    IN_PERSON = "in_person", "当面送达", "handed over in person"
    BY_POST = "by_post", "邮寄送达", "by post"
