"""Walking through a portal without a browser, by the real properties of its widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import ipyvuetify as v
import ipywidgets as w
import reacton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reacton.core import Element


class Walk:
    """A rendered portal: what it shows, and what a person can do on it."""

    def __init__(self, element: Element) -> None:
        self.box, self.rc = reacton.render(element, handle_error=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.rc.close()

    def _all(self) -> Iterator[object]:
        """Every widget and string that is shown, from the top down."""
        queue = list(self.rc.container.children)
        while queue:
            shown = queue.pop(0)
            yield shown
            queue[:0] = getattr(shown, "children", ())

    @property
    def title(self) -> str:
        (heading,) = [one for one in self._all() if getattr(one, "tag", "") == "h1"]
        return "".join(heading.children)

    @property
    def text(self) -> str:
        """Everything that can be read, HTML included."""
        return "\n".join(
            one.value if isinstance(one, w.HTML) else one
            for one in self._all()
            if isinstance(one, (w.HTML, str))
        )

    @property
    def buttons(self) -> list[str]:
        return ["".join(widget.children) for widget in self.rc.find(v.Btn).widgets]

    def press(self, label: str) -> None:
        """Press the button that is read out exactly so; fails when it is not the only one."""
        (button,) = [
            widget
            for widget in self.rc.find(v.Btn).widgets
            if label == ((widget.attributes or {}).get("aria-label") or "".join(widget.children))
        ]
        button.click()

    @property
    def unfolding(self) -> list[tuple[str, bool]]:
        """What unfolds around things that are acted on: its summary, and whether it is open."""
        return [
            ("".join(one.children[0].children), "open" in one.attributes)
            for one in self._all()
            if getattr(one, "tag", "") == "details"
        ]

    def field(self, label: str) -> v.TextField | v.Textarea:
        """The field with this label; fails when the label belongs to none."""
        (name,) = [
            one.attributes["for"]
            for one in self._all()
            if getattr(one, "tag", "") == "label" and one.children[0] == label
        ]
        (field,) = [one for one in self._all() if getattr(one, "id", None) == name]
        return field

    def write(self, label: str, text: str) -> None:
        self.field(label).v_model = text

    @property
    def checkboxes(self) -> list[str]:
        return [widget.label for widget in self.rc.find(v.Checkbox).widgets]

    def check(self, label: str, checked: bool = True) -> None:
        self.rc.find(v.Checkbox, label=label).widget.v_model = checked

    def pick(self, name: str, value: object) -> None:
        """Choose a radio button of the group with this accessible name."""
        for widget in self.rc.find(v.RadioGroup).widgets:
            if widget.attributes["aria-label"] == name:
                assert value in [radio.value for radio in widget.children]
                widget.v_model = value
                return
        raise AssertionError(f"no group {name}")
