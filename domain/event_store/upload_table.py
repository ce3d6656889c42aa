"""The vault's table of sealed files. Looking whether forms name what is there is one question."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, LiteralString

from domain.event_store import arrays
from domain.event_store.connection import connector
from domain.event_store.questions import Questions
from domain.uploads.media_type import MediaType
from domain.uploads.upload import UNUSED_FOR, About, Scan, Upload
from domain.wrapping import WrappedKey

_ABOUT: Final[LiteralString] = "sha256, owner, media_type, size, scan, uploaded_at"
_AGAIN: Final[LiteralString] = f"""
UPDATE vault.upload SET uploaded_at = clock_timestamp() WHERE owner = %s AND content = %s
RETURNING {_ABOUT}"""
_INSERT: Final[LiteralString] = f"""
INSERT INTO vault.upload (sha256, owner, content, media_type, size, key_id, sealed)
SELECT %(sha256)s::bytea, %(owner)s::text, %(content)s::bytea, %(media_type)s::text,
       %(size)s::integer, %(key_id)s::uuid, %(sealed)s::bytea
WHERE (SELECT count(*) FROM vault.upload WHERE owner = %(owner)s::text AND case_id IS NULL)
      < %(most)s::integer
ON CONFLICT (owner, content) DO UPDATE SET uploaded_at = clock_timestamp()
RETURNING {_ABOUT}"""
_USABLE: Final[LiteralString] = f"""
SELECT {_ABOUT} FROM vault.upload WHERE sha256 = ANY(%(names)s)
AND (case_id IS NOT NULL OR owner = '' OR uploaded_at > clock_timestamp() - %(unused)s::interval)"""
_ALL: Final[LiteralString] = f"SELECT {_ABOUT} FROM vault.upload WHERE sha256 = ANY(%s)"
_LOAD: Final[LiteralString] = """
SELECT sha256, owner, content, media_type, size, key_id, sealed
FROM vault.upload WHERE sha256 = %s"""
_RELEASE: Final[LiteralString] = """
UPDATE vault.upload SET scan = %s WHERE sha256 = %s AND scan = 'pending'"""
_DELETE: Final[LiteralString] = """
DELETE FROM vault.data_key WHERE key_id = (SELECT key_id FROM vault.upload WHERE sha256 = %s)"""
_SAMPLES: Final[LiteralString] = """
WITH made AS (
    INSERT INTO vault.data_key (key_id, wrapped, wrapped_by)
    VALUES (%(id)s, %(wrapped)s, %(by)s) ON CONFLICT (key_id) DO NOTHING
)
INSERT INTO vault.upload (sha256, owner, content, media_type, size, key_id, scan, sealed)
SELECT sha256, '', content, %(media_type)s, %(size)s, %(id)s, 'none', sealed
FROM unnest(%(names)b, %(contents)b, %(sealed)b) AS sample (sha256, content, sealed)
ON CONFLICT DO NOTHING"""


class PostgresUploadTable:
    """Keeps and finds files.

    Raises :class:`~domain.event_store.pending.StoreUnavailable` when the vault is away. Forms
    are judged on a connection of their own, so that no file that comes slowly delays them.
    """

    def __init__(self, url: str) -> None:
        connect = connector(url)
        self._questions = Questions(connect)
        self._usable = Questions(connect)

    async def again(self, owner: str, content: bytes) -> About | None:
        """The file that ``owner`` has sent before, which waits for a form from now on."""
        rows = await self._questions.rows(_AGAIN, (owner, content))
        return _about(rows[0]) if rows else None

    async def save(self, upload: Upload, most: int) -> About | None:
        """Keeps it, or returns what was kept of the same content meanwhile.

        None says that its owner has ``most`` that no case names.
        """
        rows = await self._questions.rows(_INSERT, {**upload._asdict(), "most": most})
        return _about(rows[0]) if rows else None

    async def usable(self, names: Collection[bytes]) -> Mapping[bytes, About]:
        """What a form may name: what waits not too long, or a case names already."""
        values = {"names": arrays.byteas(names), "unused": UNUSED_FOR}
        rows = await self._usable.rows(_USABLE, values)
        return {row[0]: _about(row) for row in rows}

    async def about(self, names: Collection[bytes]) -> Mapping[bytes, About]:
        """What is kept under these names."""
        rows = await self._questions.rows(_ALL, (arrays.byteas(names),))
        return {row[0]: _about(row) for row in rows}

    async def load(self, sha256: bytes) -> Upload | None:
        rows = await self._questions.rows(_LOAD, (sha256,))
        if not rows:
            return None
        name, owner, content, media_type, *rest = rows[0]
        return Upload(name, owner, content, MediaType(media_type), *rest)

    async def release(self, sha256: bytes, scan: Scan) -> None:
        await self._questions.rows(_RELEASE, (scan.value, sha256))

    async def delete(self, sha256: bytes) -> None:
        """Deletes the key, and with it the file."""
        await self._questions.rows(_DELETE, (sha256,))

    async def place(self, key: WrappedKey, samples: Sequence[Upload]) -> None:
        """Puts pictures of one size there that are everybody's, unless they are there."""
        names = [each.sha256 for each in samples]
        if len(await self.about(names)) == len(names):
            return
        values = {
            **key._asdict(),
            "media_type": samples[0].media_type,
            "size": samples[0].size,
            "names": arrays.byteas(names),
            "contents": arrays.byteas(each.content for each in samples),
            "sealed": arrays.byteas(each.sealed for each in samples),
        }
        await self._questions.rows(_SAMPLES, values)

    async def close(self) -> None:
        await self._questions.close()
        await self._usable.close()


def _about(row: Sequence[Any]) -> About:
    sha256, owner, media_type, size, scan, uploaded_at = row
    return About(sha256, owner, MediaType(media_type), size, Scan(scan), uploaded_at)
