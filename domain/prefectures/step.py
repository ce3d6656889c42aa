"""The steps in which a prefecture resumes its window business."""

from enum import IntEnum

from domain.choice import Choice


class TrafficClass(IntEnum):
    """The class of traffic control. Class two takes the steps, class one decides on its own."""

    ONE = 1
    TWO = 2


class Step(Choice):
    """The steps. The provincial traffic police announced four for class two on 23 February 2020.

    ``SUSPENDED`` closes every window. Step 1 opens the vehicle office, step 2 also its
    branches and service stations, steps 3 and 4 every outlet. A county office opens by a
    decision of its own.
    """

    SUSPENDED = "suspended", "暂停窗口业务", "window business suspended"
    FIRST = "first", "第一步：车管所业务窗口", "step 1: vehicle-office windows"
    SECOND = "second", "第二步：分所、服务站等便民窗口", "step 2: branches and service stations too"
    THIRD = (
        "third",
        "第三步：部分登记、检验、考试业务",
        "step 3: some registration, inspection, exams",
    )
    FOURTH = "fourth", "第四步：全部车驾管业务", "step 4: all business"
