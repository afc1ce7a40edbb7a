"""Where the folders of data are: in a clone beside the package, in a wheel inside it."""

from __future__ import annotations

from pathlib import Path

from mirasapo.errors import NotReady

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The folder `name` (data_model, rulebook, dashboards, notebooks).

    Raises NotReady when neither the clone nor the installed wheel has it.
    """
    for folder in (_PACKAGE.parent / name, _PACKAGE / "shipped" / name):
        if folder.is_dir():
            return folder
    raise NotReady(
        f"フォルダー {name} が見つかりません。",
        "インストールが壊れている可能性があります。",
        "mirasapo-connect を入れ直してください。",
    )


def real_data() -> Path | None:
    """The folder of real public data beside the clone (`../shared/data`), None where it is absent."""
    folder = _PACKAGE.parent.parent / "shared" / "data"
    return folder if folder.is_dir() else None
