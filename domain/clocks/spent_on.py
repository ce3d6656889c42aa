"""To whom a working day of a case is booked."""

from domain.choice import Choice


class SpentOn(Choice):
    """Who had the case on a working day."""

    CITIZEN = "citizen", "申请人", "the applicant"
    OFFICE = "office", "车辆管理所", "the vehicle office"
    POST = "post", "邮政企业", "the post"
    SUSPENSION = "suspension", "依法中止", "suspended"
