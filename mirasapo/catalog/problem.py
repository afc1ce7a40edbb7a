"""What is wrong in the data of the catalogue, with the file and the line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 5


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in one line of one file, and how to put it right.

    `file` is relative to the folder that was read.
    """

    file: str
    line: int
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}{self.cure}"


def refusal(problems: Sequence[Problem], title: str) -> BadInput:
    """The refusal of data that has these problems; it lists the first few."""
    listed = "\n".join(str(problem) for problem in problems[:_SHOWN])
    more = f"\n(ほか {len(problems) - _SHOWN} 件)" if len(problems) > _SHOWN else ""
    return BadInput(
        f"{title}に誤りが {len(problems)} 件あります。",
        f"\n{listed}{more}\n",
        "mirasapo model check で全件を確認し、直してください。",
    )
