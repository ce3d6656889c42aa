"""How the window services of drivers, learners and users end."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from domain.register.learner_permit import ExamSubject
from domain.register.reminder_topic import ReminderTopic
from domain.services.blocks.business import Business
from domain.services.window import documents, driver_effects, effects, told
from domain.services.window.effects import Effect
from domain.services.window.end import End
from domain.services.window.opening import FROM_THE_THIRD
from domain.services.window.originals import Original
from domain.titles import Title

_ALWAYS: Final[frozenset[Business | None]] = frozenset({None})
_OF_LICENCES: Final = frozenset(
    {ReminderTopic.RENEWAL, ReminderTopic.MEDICAL, ReminderTopic.OVER_AGE}
)
"""Whoever gives up his licence has none of them to lose."""


def _examination(subject: ExamSubject) -> End:
    return End(
        effect=driver_effects.examined,
        subject=subject,
        settles=frozenset({ReminderTopic.LEARNER_PERMIT}),
        term=told.EXAM_TERM,
        told_fee=told.LOCAL_FEE,
    )


def _card() -> End:
    """A licence that any window of the province exchanges."""
    return End(document=documents.LICENCE_CARD, fee=documents.licence_card_fee, province=True)


def _admission() -> End:
    """A learner is on record, and the permit is printed once subject one is passed."""
    return End(
        effect=driver_effects.admitted,
        step=FROM_THE_THIRD,
        outcome=told.ADMITTED,
        in_person=_ALWAYS,
        exclusive="licence_initial",
    )


def _exchange(effect: Effect, twin: str, settles: ReminderTopic) -> End:
    """One that is given only to who is fit. As a rule the hospital sends the certificate."""
    return replace(
        _card(),
        effect=effect,
        twin=twin,
        renewal=settles is ReminderTopic.RENEWAL,
        settles=frozenset({settles}),
        also=(told.IF_NOT_SENT,),
    )


def _fewer_classes() -> End:
    return _exchange(driver_effects.classes_reduced, "D04", ReminderTopic.OVER_AGE)


DRIVER_ENDS: Final[Mapping[str, End]] = MappingProxyType(
    {
        "licence_reissue_w": End(
            document=documents.LICENCE_CARD,
            effect=effects.reissued,
            fee=documents.licence_card_fee,
            handed_in=(Original.LICENCE,),
            if_lost=(Original.LOSS_STATEMENT,),
            notes=(told.ONLY_REISSUE,),
            twin="D02",
            province=True,
        ),
        "exam_s1": _examination(ExamSubject.ONE),
        "exam_s2": _examination(ExamSubject.TWO),
        "exam_s3r": _examination(ExamSubject.THREE_ROAD),
        "exam_s3t": _examination(ExamSubject.THREE_THEORY),
        "licence_initial": _admission(),
        "add_class": _admission(),
        "licence_convert": replace(_card(), effect=driver_effects.granted, replaces=False),
        "licence_move_in": replace(_card(), effect=driver_effects.office_changed, twin="D04"),
        "licence_restore": replace(
            _card(),
            effect=driver_effects.restored,
            province=False,
            twin="D04",
            replaces=False,
            notes=(told.RESTORED,),
        ),
        "licence_renewal_w": _exchange(driver_effects.renewed, "D01", ReminderTopic.RENEWAL),
        "licence_overage_w": _fewer_classes(),
        "licence_downgrade": _fewer_classes(),
        "licence_cancel": End(
            effect=driver_effects.given_up,
            twin="D04",
            settles=_OF_LICENCES,
            outcome=told.GIVEN_UP,
        ),
        "medical_submit_w": End(
            effect=driver_effects.certified,
            twin="D06",
            settles=frozenset({ReminderTopic.MEDICAL}),
            province=True,
        ),
        "review": End(effect=driver_effects.reviewed, twin="D08", province=True, in_person=_ALWAYS),
        "school_bus_driver": End(
            effect=driver_effects.bus_driver,
            in_person=_ALWAYS,
            twin="D04",
            outcome=told.MAY_DRIVE_BUSES,
        ),
        "foreign_temp_permit": End(
            document=documents.ENTRY_LICENCE,
            on_file=True,
            notes=(told.UNTIL_THE_STAY_ENDS,),
            replaces=False,
        ),
        "new_user_verify": End(on_file=True, outcome=told.VERIFIED),
        "violation_window": End(
            on_file=True,
            twin="P01",
            outcome=told.PENALISED,
            notes=(told.ONLY_FINES,),
            term=Title("按照法定程序办理", "by the procedure of the law"),
            told_fee=told.FINE,
        ),
        "full_points_edu": End(
            effect=driver_effects.educated,
            in_person=_ALWAYS,
            term=Title("学习七日后考试", "seven days of study, then an examination"),
        ),
    }
)
"""Whatever stands here with an ``effect``, or ends ``on_file``, is taken in."""
