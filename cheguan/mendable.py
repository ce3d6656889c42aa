"""What a user can mend, and how he is told of it: in one line, without a traceback.

The classes stand all over the product. They are imported when something was raised, because a
command that goes well, or only tells its options, has no use for them.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from psycopg import OperationalError

_ADDRESS: Final = (
    "the database does not answer, or lets nobody in: check that it runs, and that DATABASE_URL "
    "(and VAULT_DATABASE_URL, if it is set) is its address, as "
    "postgresql://USER:PASSWORD@HOST:PORT/NAME"
)
_PERMISSION: Final = "check that it is there, and that this user may use it"


def mendable() -> tuple[type[Exception], ...]:
    from kafka.errors import KafkaError
    from psycopg import OperationalError
    from pydantic import ValidationError

    from api.private_file import KeyFileUnsafe
    from cheguan.database import EarlierBuild
    from cheguan.kafka_programs import NoKafka
    from cheguan.keeper import DidNotStart, ServerLost
    from cheguan.kept_process import NeverBegan
    from cheguan.key_check import WrongSecrets
    from cheguan.key_loss import NotLost
    from cheguan.postgres_clients import ClientFailed
    from cheguan.postgres_programs import NoEmbeddedPostgres
    from cheguan.restore_drill import NoBackup
    from cheguan.settings import UnsafeSettings
    from cheguan.sole_owner import DataDirectoryInUse
    from cheguan.unprivileged import NoUnprivilegedUser
    from domain.event_store.connection import DatabaseFunctionsEnabled
    from domain.event_store.epoch import StoreReadOnly
    from domain.event_store.known import KnownUnreadable, KnownUnwritable
    from domain.event_store.migrations import DatabaseTooNew
    from domain.event_store.reactions.places import ReactionEpochDiffers
    from domain.event_store.service_clock import OtherClock, OutOfRange
    from projections.engine.position import EpochDiffers, FeedDiffers
    from workers.kafka.topic import TopicUnusable

    return (
        ClientFailed,
        DataDirectoryInUse,
        DatabaseFunctionsEnabled,
        DatabaseTooNew,
        DidNotStart,
        EarlierBuild,
        EpochDiffers,
        FeedDiffers,
        KafkaError,
        KeyFileUnsafe,
        KnownUnreadable,
        KnownUnwritable,
        NoBackup,
        NoEmbeddedPostgres,
        NeverBegan,
        NoKafka,
        NoUnprivilegedUser,
        NotLost,
        OSError,
        OperationalError,
        OtherClock,
        OutOfRange,
        ReactionEpochDiffers,
        ServerLost,
        StoreReadOnly,
        TopicUnusable,
        UnsafeSettings,
        ValidationError,
        WrongSecrets,
    )


def first_of(raised: Exception) -> Exception:
    """What a group of tasks that ran together has failed by first."""
    while isinstance(raised, ExceptionGroup):
        raised = raised.exceptions[0]
    return raised


def said(wrong: Exception) -> str:
    """The line. A message of the database may hold its password, and is not repeated."""
    from psycopg import OperationalError
    from pydantic import ValidationError

    if isinstance(wrong, ValidationError):
        return "; ".join(
            f"CHEGUAN_{'_'.join(map(str, each['loc'])).upper()}: {each['msg']}"
            for each in wrong.errors(include_input=False, include_url=False)
        )
    if isinstance(wrong, OperationalError):
        return _told_by_database(wrong)
    if isinstance(wrong, OSError) and wrong.filename:
        return f"{wrong.filename} cannot be used ({wrong.strerror}): {_PERMISSION}"
    return str(wrong) or type(wrong).__name__


def _told_by_database(wrong: "OperationalError") -> str:
    """A database that has answered has told a code; whoever reached none was told none."""
    if wrong.sqlstate is None or wrong.sqlstate[:2] in {"08", "28", "3D", "57"}:
        return _ADDRESS
    return (
        f"the database refuses with {type(wrong).__name__} ({wrong.sqlstate}): "
        "its own log says what it lacks"
    )
