"""Takes files in: judged, written anew, sealed, kept in quarantine, scanned, released (ADR 42)."""

import asyncio
import hashlib
from collections.abc import Collection, Mapping
from typing import NamedTuple, Protocol

from domain.failpoints import failpoint
from domain.keyring import KeyErased, Keyring
from domain.uploads.media_type import MediaType, media_type_of
from domain.uploads.pdf import check_pdf
from domain.uploads.pdf_origin import without_origin
from domain.uploads.picture import Painters
from domain.uploads.refusals import (
    UploadInfected,
    UploadOfOtherType,
    UploadsTooMany,
    UploadUnreadable,
)
from domain.uploads.scanner import Scanner, Verdict
from domain.uploads.seal import name_of, opened, sealed
from domain.uploads.upload import About, Scan, Upload
from domain.vault import BlindIndex, Purpose, SealBroken


class UploadTable(Protocol):
    """Where files are kept. Raises ``StoreUnavailable`` when it is away."""

    async def again(self, owner: str, content: bytes) -> About | None: ...
    async def save(self, upload: Upload, most: int) -> About | None: ...
    async def usable(self, names: Collection[bytes]) -> Mapping[bytes, About]: ...
    async def about(self, names: Collection[bytes]) -> Mapping[bytes, About]: ...
    async def load(self, sha256: bytes) -> Upload | None: ...
    async def release(self, sha256: bytes, scan: Scan) -> None: ...
    async def delete(self, sha256: bytes) -> None: ...


class Taken(NamedTuple):
    """A file that is kept. ``anew`` says that it was not kept before."""

    about: About
    anew: bool


class Gone(Exception):
    """The file is no longer kept, or its key was erased."""


class Custody:
    """Whoever sends the same file twice has one. ``index`` tells whether it is the same."""

    def __init__(
        self, table: UploadTable, keyring: Keyring, index: BlindIndex, scanner: Scanner
    ) -> None:
        self._table = table
        self._keyring = keyring
        self._index = index
        self._scanner = scanner
        self._painters = Painters()

    async def take(self, owner: str, media_type: MediaType, sent: bytes, most: int) -> Taken:
        """Keeps a file for ``owner``, who may have ``most`` that no case names.

        Raises a refusal of :mod:`domain.uploads.refusals`; of an infected file nothing stays.
        """
        content = self._content(owner, media_type, sent)
        if kept := await self._table.again(owner, content):
            return Taken(kept, anew=False)
        cleaned = await self._cleaned(media_type, sent)
        key = await self._keyring.new_key()
        text = sealed(key, media_type, cleaned)
        upload = Upload(name_of(text), owner, content, media_type, len(cleaned), key.id, text)
        about = await self._table.save(upload, most)
        if about is None or about.sha256 != upload.sha256:
            self._keyring.give_back(key)
        if about is None:
            raise UploadsTooMany(most=most)
        failpoint("U1")
        if about.sha256 != upload.sha256:
            return Taken(about, anew=False)
        return Taken(about._replace(scan=await self._judged(upload.sha256, cleaned)), anew=True)

    async def judge(self, sha256: bytes) -> None:
        """Scans a file that waits in quarantine. Raises ``Gone`` and ``UploadInfected``."""
        await self._judged(sha256, await self.content(sha256))

    async def content(self, sha256: bytes) -> bytes:
        """The file of this name. Raises ``Gone``, or ``SealBroken`` if it was altered."""
        upload = await self._table.load(sha256)
        if upload is None:
            raise Gone
        if name_of(upload.sealed) != sha256:
            raise SealBroken
        try:
            key = await self._keyring.key(upload.key_id)
        except KeyErased as erased:
            raise Gone from erased
        return opened(key, upload.media_type, upload.sealed)

    async def _judged(self, sha256: bytes, content: bytes) -> Scan:
        verdict = await self._scanner.verdict(content)
        if verdict is Verdict.INFECTED:
            await self._table.delete(sha256)
            raise UploadInfected
        failpoint("U2")
        if verdict.scan is not Scan.PENDING:
            await self._table.release(sha256, verdict.scan)
        return verdict.scan

    async def _cleaned(self, media_type: MediaType, sent: bytes) -> bytes:
        if not sent:
            raise UploadUnreadable
        if media_type_of(sent) is not media_type:
            raise UploadOfOtherType
        if media_type is MediaType.PDF:
            return await asyncio.to_thread(_checked_pdf, sent)
        return await self._painters.redrawn(sent, media_type)

    def _content(self, owner: str, media_type: MediaType, sent: bytes) -> bytes:
        """The same file of another owner has another index, so none tells who has the same."""
        sha256 = hashlib.sha256(sent).hexdigest()
        return self._index.of(Purpose.UPLOAD, f"{owner}\0{media_type}\0{sha256}")


def _checked_pdf(sent: bytes) -> bytes:
    check_pdf(sent)
    return without_origin(sent)
