"""The limits of the files that people upload."""

from typing import Final

from api.limits import FileLimits
from api.papers import MOST_WAITING
from cheguan.limit_table.limit import Limit, setting
from domain.drafts.draft import KEPT_FOR
from domain.people import Role
from domain.services.blocks.documents.fields import MOST as DOCUMENTS
from domain.uploads.media_type import LARGEST
from domain.uploads.picture import AT_ONCE
from domain.uploads.redraw import CPU_S, MEMORY, PIXELS, SIDE
from domain.uploads.upload import UNUSED_FOR

_UPLOADS: Final = "tests/integration/uploads/test_uploads.py::"
_BAD: Final = f"{_UPLOADS}test_a_bad_file_is_refused_and_nothing_of_it_is_kept"
_PICTURES: Final = "tests/unit/uploads/test_redraw.py::"
_HEAD: Final = f"{_PICTURES}test_a_picture_of_too_many_pixels_is_refused_by_its_head"
_APART: Final = "tests/integration/uploads/test_picture.py::"
_WAITING: Final = f"{_UPLOADS}test_so_many_wait_and_no_more"

FILE_LIMITS: Final = (
    Limit("file", "a document, as it comes and as it is kept", LARGEST, "bytes", "413, 422", _BAD),
    setting(
        "document_seconds",
        "until a document is whole",
        "seconds",
        "408",
        "tests/contract/test_gate_files.py::test_a_file_that_stops_coming_is_given_up",
    ),
    Limit(
        "files at once",
        "documents that a process holds, from the first byte to the answer",
        FileLimits().at_once,
        "documents",
        "503 at once",
        f"{_UPLOADS}test_who_finds_no_room_is_told_at_once",
    ),
    Limit("pixels", "a picture, by its head", PIXELS, "pixels", "422; nothing was decoded", _HEAD),
    Limit("side", "the longer side of a picture", SIDE, "pixels", "422", _HEAD),
    Limit(
        "painters",
        "pictures that a process has drawn anew at once, each by a process apart",
        AT_ONCE,
        "pictures",
        "they wait",
        f"{_APART}test_few_draw_at_once",
    ),
    Limit(
        "painter's memory",
        "of such a process",
        MEMORY,
        "bytes",
        "422",
        f"{_APART}test_who_needs_too_much_memory_is_ended",
    ),
    Limit(
        "painter's time",
        "of such a process",
        CPU_S,
        "seconds",
        "422",
        f"{_APART}test_who_needs_too_much_memory_is_ended",
    ),
    Limit(
        "documents",
        "of a form or a correction",
        DOCUMENTS,
        "documents",
        "422",
        "tests/integration/uploads/test_forms_name_uploads.py::"
        "test_a_form_and_a_correction_have_twenty_documents_at_most",
    ),
    Limit(
        "unused documents",
        "of an applicant, which no case names",
        MOST_WAITING[Role.APPLICANT],
        "documents",
        "409",
        _WAITING,
    ),
    Limit(
        "unused documents of a partner",
        "which no case names",
        MOST_WAITING[Role.PARTNER],
        "documents",
        "409",
        _WAITING,
    ),
    Limit(
        "unused",
        "until a document that no case names is deleted",
        UNUSED_FOR.days,
        "days",
        "it is gone, with its key",
        "tests/integration/uploads/test_upload_sweep.py::"
        "test_the_unused_go_with_their_keys_and_the_used_stay",
    ),
    Limit(
        "draft",
        "until an application that was not submitted is deleted, after it was last saved",
        KEPT_FOR.days,
        "days",
        "it is gone, with its key",
        "tests/integration/apply/test_drafts.py::"
        "test_the_sweep_deletes_what_has_passed_with_its_key_and_nothing_else",
    ),
)
