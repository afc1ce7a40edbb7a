"""Voila as the platform starts it: on loopback, behind the front door, one process for all portals.

Whoever starts it (the supervisor, a test) runs `command(...)` with `environment(...)` and nothing
else of its own environment, and hands `VoilaAddress(url(port), secret)` to the front door.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mirasapo.resources import resource

if TYPE_CHECKING:
    from mirasapo.settings import Settings

BASE_URL = "/voila/"
FRONT_DOOR_HEADER = "X-Front-Secret"
TICKET_HEADER = "X-Mirasapo-Ticket"
NOTEBOOKS = ("business.ipynb", "supporter.ipynb")
TEMPLATE = "mirasapo"

# Voila puts every installed extension into every page (12 MB) unless they are named.
EXTENSIONS = (
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "jupyter-vue",
    "jupyter-vuetify",
)
# For kernels that nobody is connected to. An open page lives as long as its session: the front
# door ends both, and also ends a closed page's kernel much sooner.
IDLE_SECONDS = 10 * 60
POOL_SIZE = 1

# What a portal kernel may inherit. Anything else stays out: database logins and secrets are in
# the environment of the process that starts Voila.
INHERITED = ("HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "TMPDIR", "TZ", "VIRTUAL_ENV")


@dataclass(frozen=True, slots=True)
class VoilaAddress:
    """Where Voila listens and the secret that it demands of whoever asks."""

    url: str
    secret: str


def url(port: int) -> str:
    """The address of Voila itself, without `BASE_URL`."""
    return f"http://127.0.0.1:{port}"


def command(settings: Settings, port: int, secret: str) -> list[str]:  # noqa: ARG001 - one shape for both halves
    """The command that starts Voila for all notebooks of `dashboards/`.

    The secret is not in it: a command line is readable by every user of the machine.
    """
    options = {
        "Voila.ip": "127.0.0.1",
        "Voila.port": port,
        "Voila.port_retries": 0,  # else it silently serves elsewhere when the port is taken
        "Voila.base_url": BASE_URL,
        "Voila.log_level": "WARN",
        "Voila.identity_provider_class": "mirasapo.app.voila_identity.FrontDoorOnly",
        "VoilaConfiguration.template": TEMPLATE,
        "VoilaConfiguration.allow_template_override": "NO",
        "VoilaConfiguration.allow_theme_override": "NO",
        "VoilaConfiguration.show_tracebacks": False,
        "VoilaConfiguration.preheat_kernel": True,
        "VoilaConfiguration.default_pool_size": POOL_SIZE,
        "VoilaKernelManager.fill_delay": 0.2,
        "MappingKernelManager.cull_idle_timeout": IDLE_SECONDS,
        "MappingKernelManager.cull_interval": 60,
        "MappingKernelManager.cull_connected": False,
        "KernelManager.transport": "ipc",  # loopback TCP to a kernel is open to every local user
    }
    return [
        sys.executable,
        "-m",
        "voila",
        str(resource("dashboards")),
        "--no-browser",
        *(f"--{name}={value}" for name, value in options.items()),
        f"--VoilaConfiguration.http_header_envs={TICKET_HEADER}",
        *(f"--VoilaConfiguration.extension_allowlist={name}" for name in EXTENSIONS),
    ]


def environment(settings: Settings, port: int, secret: str) -> dict[str, str]:
    """The whole environment of the Voila process; kernels inherit it without the secret.

    `VOILA_APP_PORT` tells a kernel where to wait for its visitor, `MIRASAPO_API_URL` where the
    API is. Jupyter's own folders are moved below `home`, so that no extension, kernel or setting
    of the person who starts the platform changes the portals.
    """
    own = settings.home / "voila"
    own.mkdir(parents=True, exist_ok=True)
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return inherited | {
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "JUPYTER_PATH": str(resource("dashboards") / "template"),
        "JUPYTER_PLATFORM_DIRS": "1",
        "JUPYTER_PREFER_ENV_PATH": "1",
        "IPYTHONDIR": str(own / "ipython"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "MIRASAPO_API_URL": f"http://127.0.0.1:{settings.port}",
        "MIRASAPO_FRONT_SECRET": secret,
        "VOILA_APP_PORT": str(port),
    }
