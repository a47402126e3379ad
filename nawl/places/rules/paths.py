"""Rules of paths: the places that hold other places."""

from __future__ import annotations

from collections.abc import Iterable


def common_path(paths: Iterable[str]) -> str:
    """Return the path of the smallest place that holds all of these; empty for the whole programme."""
    every = sorted(paths)
    if not every:
        return ""
    steps: list[str] = []
    for first, last in zip(every[0].split("/"), every[-1].split("/"), strict=False):
        if first != last:
            break
        steps.append(first)
    return "/".join(steps).rstrip("/") + "/" if any(steps) else ""
