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
        **{
            f"document_missing_{kind}": Title(
                zh=f"缺少材料：{kind.zh}。请上传。",
                en=f"Missing: {kind.en}. Please upload it.",
            )
            for kind in DocumentKind
        },
    }
)
