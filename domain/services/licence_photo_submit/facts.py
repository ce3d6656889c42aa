"""The facts of a licence photo that are stored in the clear, and what may be wrong with one."""

from datetime import date
from typing import Annotated

from domain.choice import Choice
from domain.services.facts import Facts
from domain.services.licence_photo_submit import words


class PhotoSource(Choice):
    CAMERA = "camera", "现场拍摄", "taken with the camera"
    ALBUM = "album", "相册选取", "chosen from the album"


class PhotoDefect(Choice):
    """What an officer finds wrong. The codes stand in refusals, and the words are told."""

    BACKGROUND = (
        "R-PHOTO-BACKGROUND",
        "照片背景不是白色。请在白色背景前拍摄后重新提交。",
        "The background of the photo is not white. Take another before a white wall and submit "
        "it again.",
    )
    HEAD_SIZE = (
        "R-PHOTO-HEAD-SIZE",
        "照片中头部大小不符合要求（按照片宽22毫米、高32毫米计，头部宽度14至16毫米、长度19至22毫米）。"
        "请调整后重新提交。",
        "The head is too large or too small: on a photo of 22 by 32 mm it is 14 to 16 mm wide and "
        "19 to 22 mm long. Correct it and submit the photo again.",
    )
    POSE = (
        "R-PHOTO-POSE",
        "照片不是本人单人正面免冠彩色照片。请拍摄正面免冠照片后重新提交。",
        "The photo does not show one person in colour, from the front and bare-headed. Take "
        "another and submit it again.",
    )
    UNIFORM = (
        "R-PHOTO-UNIFORM",
        "照片中穿着制式服装。请着便装重新拍摄后提交。",
        "The photo shows a uniform. Take another in plain clothes and submit it again.",
    )
    BLUR = (
        "R-PHOTO-BLUR",
        "照片不清晰。请重新拍摄清晰的照片后提交。",
        "The photo is blurred. Take a clear one and submit it again.",
    )
    NOT_SAME_PERSON = (
        "R-PHOTO-NOT-SAME-PERSON",
        "照片与身份证明上的照片不是同一人。请提交本人照片，或者到车辆管理所窗口办理。",
        "The photo is not of the person on the identity document. Submit one of yourself, or go "
        "to the window of the vehicle office.",
    )


class LicencePhotoSubmitFacts(Facts, frozen=True, kw_only=True, tag="licence_photo_submit"):
    """The photo itself is an upload."""

    source: Annotated[PhotoSource, words.SOURCE]
    taken_on: Annotated[date, words.TAKEN_ON]
