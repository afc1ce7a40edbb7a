"""The CSV files of a zip of the register, once it is known to be harmless."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mirasapo.acquisition.nta.table import WrongFile

if TYPE_CHECKING:
    import zipfile

_MOST_MEMBERS = 1_000
_SUSPICIOUS_SIZE = 64 << 20
_MOST_INFLATED = 100  # the register's own files shrink to a seventh


def csv_members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The CSV files of a zip, the others (signatures) left out.

    Raises WrongFile for a zip without one, and for what no zip of the register is: names that lead
    out of it, more than a file a prefecture and kind could need, content out of all proportion.
    """
    everything = archive.infolist()
    if len(everything) > _MOST_MEMBERS:
        raise WrongFile(f"zip の中のファイルが多すぎます({len(everything):,}個)。")
    for each in everything:
        parts = PurePosixPath(each.filename.replace("\\", "/")).parts
        if ".." in parts or parts[:1] == ("/",) or ":" in each.filename:
            raise WrongFile(
                "zip の中に、フォルダーの外を指す名前があります。公表サイトの zip ではありません。"
            )
    members = [each for each in everything if each.filename.lower().endswith(".csv")]
    if not members:
        raise WrongFile("zip の中に CSV がありません。CSV 形式の zip を取得してください。")
    for each in members:
        if each.file_size > _SUSPICIOUS_SIZE and (
            each.file_size > _MOST_INFLATED * each.compress_size
        ):
            raise WrongFile(
                f"zip の中の CSV が、圧縮された大きさの{_MOST_INFLATED}倍を超えて膨らみます。"
                "公表サイトの zip ではありません。"
            )
    return members
