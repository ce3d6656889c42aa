"""The words of the uploads."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.choices import DocumentKind
from domain.titles import Title

DOCUMENTS: Final = Title("上传材料", "uploads")
KIND: Final = Title("材料种类", "kind")
SHA256: Final = Title("文件摘要（SHA-256）", "SHA-256 of the file")
MEDIA_TYPE: Final = Title("文件类型", "media type")
SIZE: Final = Title("文件大小（字节）", "size in bytes")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "document_twice": Title(
            zh="同一种材料只能上传一份，请删除多余的材料。",
            en="Only one upload of this kind is taken. Please remove the other.",
        ),
        "document_too_large": Title(
            zh="单个文件不得超过5MB，请压缩后重新上传。",
            en="An upload may be 5 MB at most. Make it smaller and upload it again.",
        ),
        "document_no_picture": Title(
            zh="此项材料应当是照片，请上传JPEG或者PNG格式的文件。",
            en="This must be a picture. Please upload a JPEG or PNG file.",
        ),
        "document_unknown": Title(
            zh="未找到您上传的该文件，或者该文件因超过七日未使用已被删除，请重新上传。",
            en="You have uploaded no such file, or it was deleted because seven days went by "
            "without use. Please upload it again.",
        ),
        "document_of_other_type": Title(
            zh="所填文件类型与已上传的文件不一致，请按上传回执填写。",
            en="The file that was uploaded is of another type. Please take it from the receipt.",
        ),
        "document_quarantined": Title(
            zh="该文件仍在安全检查中，请稍后再提交。",
            en="This file is still being scanned. Please send the form again in a while.",
        ),
        **{
            f"document_missing_{kind}": Title(
                zh=f"缺少材料：{kind.zh}。请上传。",
                en=f"Missing: {kind.en}. Please upload it.",
            )
            for kind in DocumentKind
        },
    }
)
