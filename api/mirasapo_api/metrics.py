"""Counters of the API in Prometheus' text format: routes, statuses, times; never a value."""

from __future__ import annotations

from collections import Counter, defaultdict
from threading import Lock
from typing import Final

MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
METHODS: Final = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})


class Metrics:
    """Requests by route, method and status, and how long they took, of this process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._buckets: Counter[tuple[str, float]] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._count: Counter[str] = Counter()

    def note(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one request; `route` is a template, so that its number stays small."""
        method = method if method in METHODS else "other"
        with self._lock:
            self._requests[route, method, status] += 1
            self._count[route] += 1
            self._seconds[route] += seconds
            for bucket in BUCKETS:
                if seconds <= bucket:
                    self._buckets[route, bucket] += 1

    def text(self) -> str:
        """Everything counted so far."""
        with self._lock:
            return "\n".join([*self._request_lines(), *self._time_lines(), ""])

    def _request_lines(self) -> list[str]:
        return [
            "# HELP mirasapo_requests_total Requests by route, method and status.",
            "# TYPE mirasapo_requests_total counter",
            *(
                f'mirasapo_requests_total{{route="{route}",method="{method}",status="{status}"}} '
                f"{count}"
                for (route, method, status), count in sorted(self._requests.items())
            ),
        ]

    def _time_lines(self) -> list[str]:
        name = "mirasapo_request_seconds"
        lines = [
            f"# HELP {name} Time until the answer was complete.",
            f"# TYPE {name} histogram",
        ]
        for route, count in sorted(self._count.items()):
            lines += [
                f'{name}_bucket{{route="{route}",le="{bucket}"}} {self._buckets[route, bucket]}'
                for bucket in BUCKETS
            ]
            lines += [
                f'{name}_bucket{{route="{route}",le="+Inf"}} {count}',
                f'{name}_sum{{route="{route}"}} {self._seconds[route]:.6f}',
                f'{name}_count{{route="{route}"}} {count}',
            ]
        return lines
