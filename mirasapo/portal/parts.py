"""The parts that screens are made of: thin wrappers over ipyvuetify, in the look of DADS.

What is only read is one HTML widget (`prose`): a widget for each word would cost the browser a
message each. What is acted on is a Vuetify widget, so that a test finds its real properties.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v
import reacton.ipywidgets as w
from ipyvuetify.Themes import theme
from reacton.ipyvue import use_event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reacton import core

    from mirasapo.errors import MirasapoError
    from mirasapo.portal.words import Block, Row, Section

    Element = core.Element[Any]

_COLOURS = {
    "primary": "#0017c1",
    "primary_darken_1": "#00118f",
    "secondary": "#00118f",
    "secondary_darken_1": "#000060",
    "error": "#ce0000",
    "info": "#0055ad",
    "success": "#197a4b",
    "warning": "#c74700",
}


def paint() -> None:
    """Set Vuetify's colours to the design system's; its own primary is purple."""
    for name, colour in _COLOURS.items():
        setattr(theme.themes.light, name, colour)


def page(children: Sequence[Element], screen: str) -> Element:
    """Everything of one screen, under a key of its own.

    Without the key the second click of a double click would press the button that took the
    first one's place.
    """
    whole = box(children, "screen")
    whole.key(screen)
    return whole


def box(
    children: Sequence[Element | str], class_: str = "", tag: str = "div", **given: Any
) -> Element:
    """A plain element around others."""
    return v.Html(tag=tag, class_=class_, children=list(children), **given)


def title(text: str, screen: str) -> Element:
    """The h1. `portal.js` moves the focus to it whenever `screen` changes."""
    return v.Html(tag="h1", children=[text], attributes={"data-screen": screen})


def heading(text: str) -> Element:
    """An h2."""
    return v.Html(tag="h2", children=[text])


def prose(html: str) -> Element:
    """Text that is only read; `html` is escaped by whoever made it."""
    return w.HTML(value=html)


def paragraph(text: str, class_: str = "") -> Element:
    """A paragraph."""
    return v.Html(tag="p", class_=class_, children=[text])


@reacton.component
def act(
    label: str,
    on_click: Callable[[], None],
    kind: str = "fill",
    current: bool = False,
    name: str = "",
) -> Element:
    """A button that says the act. `kind`: fill, outline, text or danger.

    `name` is read out in place of a label that stands at several things.
    """
    attributes = {"aria-current": "page"} if current else {}
    if name:
        attributes["aria-label"] = name
    button = v.Btn(
        children=[label], class_=kind, variant="flat", ripple=False, attributes=attributes
    )
    use_event(button, "click", lambda *_: on_click())
    return button


def actions(*buttons: Element) -> Element:
    """Buttons at the end of a screen, the act first."""
    return box(buttons, "actions")


def notice(kind: str, headline: str, *texts: str) -> Element:
    """A box that stands out. `kind`: info, success, warning or error (read out at once)."""
    lines = [v.Html(tag="p", class_="notice-title", children=[headline])]
    lines += [v.Html(tag="p", children=[text]) for text in texts if text]
    role = "alert" if kind == "error" else "status"
    return v.Html(tag="div", class_=f"notice {kind}", children=lines, attributes={"role": role})


def refused(refusal: MirasapoError | None) -> Element:
    """A refusal of the API: what, why, what next; an empty slot without one."""
    if refusal is None:
        return slot(None, "refusal")
    return slot(notice("error", refusal.what, refusal.why, refusal.next_step), "refusal")


def slot(content: Element | None, name: str) -> Element:
    """A place that is sometimes empty, so that what follows keeps its place and its focus.

    Without it reacton would give an element the widget of its neighbour, and the browser does not
    change the tag of what it has drawn.
    """
    return box([] if content is None else [content], f"slot {name}")


def faults_notice(faults: Mapping[str, str]) -> Element:
    """The faults of a form at its top."""
    told = notice("error", "入力を確かめてください。", *faults.values()) if faults else None
    return slot(told, "faults")


def facts(rows: Iterable[tuple[str, str]] | Iterable[tuple[str, str, str]]) -> str:
    """Labels with their values as HTML; a third text is a note below the value."""
    lines = []
    for label, text, *notes in rows:
        note = "".join(f'<span class="quiet">{escape(each)}</span>' for each in notes if each)
        lines.append(f"<div><dt>{escape(label)}</dt><dd>{escape(text)}{note}</dd></div>")
    return f'<dl class="facts">{"".join(lines)}</dl>'


def tag(words: str, look: str) -> str:
    """A state in a small frame, as HTML."""
    return f'<span class="tag {escape(look)}">{escape(words)}</span>'


def tags(words: Iterable[str], look: str) -> str:
    """Several of them."""
    items = "".join(f"<li>{tag(each, look)}</li>" for each in words)
    return f'<ul class="tags">{items}</ul>'


def block_html(blocks: Sequence[Block]) -> str:
    """Values of one data class: the first block as it is, the others to unfold."""
    if not blocks:
        return ""
    first, *others = blocks
    others_title = "<h3>そのほかの情報</h3>" if others else ""
    return f"<h3>{escape(first.title)}</h3>{_sections_html(first)}{others_title}" + "".join(
        folded(f"{block.title}({block.count}項目)", _sections_html(block)) for block in others
    )


def _sections_html(block: Block) -> str:
    return "".join(_section_html(section) for section in block.sections)


def _section_html(section: Section) -> str:
    """The first row, which is the newest, as it is; the others to unfold, in their order."""
    first, *others = section.rows
    heading = f"<h5>{escape(first.heading)}</h5>" if first.heading else ""
    title = f"<h4>{escape(section.title)}</h4>" if section.title else ""
    return f"{title}{heading}{_row_html(first)}" + "".join(
        folded(f"{row.heading}({row.count}項目)", _row_html(row)) for row in others
    )


def _row_html(row: Row) -> str:
    note = f'<p class="quiet">{escape(row.note)}</p>' if row.note else ""
    return note + (facts(row.lines) if row.lines else "")


def folded(summary: str, html: str, *, is_open: bool = False) -> str:
    """Something that unfolds when asked for."""
    opened = " open" if is_open else ""
    return f"<details{opened}><summary>{escape(summary)}</summary>{html}</details>"


def unfolding(summary: str, children: Sequence[Element], *, is_open: bool = False) -> Element:
    """The same around what is acted on."""
    head = v.Html(tag="summary", children=[summary])
    opened = {"open": True} if is_open else {}
    return v.Html(tag="details", children=[head, *children], attributes=opened)


def steps(names: Sequence[str], current: int) -> Element:
    """Where one is in an errand of several screens."""
    items = "".join(
        f"<li{' aria-current=step' if index == current else ''}>{index + 1}. {escape(name)}</li>"
        for index, name in enumerate(names)
    )
    return prose(f'<ol class="steps">{items}</ol>')


def field(label: str, hint: str, control: Element, name: str, *, needed: bool = False) -> Element:
    """A control of a form below its label and a hint; `name` is the id of the control."""
    words: list[Element | str] = [label]
    if needed:
        words.append(v.Html(tag="span", class_="need", children=["必須"]))
    parts: list[Element | str] = [
        v.Html(tag="label", children=words, attributes={"for": name}),
        paragraph(hint, "hint"),
    ]
    return box([*parts, control], "field")


def group(legend: str, hint: str, controls: Sequence[Element], *, needed: bool = False) -> Element:
    """Choices that belong together: fieldset and legend; the legend is a heading of the screen."""
    words: list[Element | str] = [v.Html(tag="h2", children=[legend])]
    if needed:
        words.append(v.Html(tag="span", class_="need", children=["必須"]))
    parts: list[Element | str] = [v.Html(tag="legend", children=words)]
    if hint:
        parts.append(paragraph(hint, "hint"))
    return v.Html(tag="fieldset", children=[*parts, *controls])


def check(label: str, checked: bool, on_change: Callable[[bool], None]) -> Element:
    """A checkbox; without ripple, which would paint over the label."""
    return v.Checkbox(
        label=label, v_model=checked, on_v_model=on_change, ripple=False, hide_details=True
    )


def pick(
    choices: Mapping[Any, str], chosen: Any, on_change: Callable[[Any], None], name: str
) -> Element:
    """Radio buttons, one of `choices` (value → label); `name` is read out for the group."""
    return v.RadioGroup(
        v_model=chosen,
        on_v_model=on_change,
        hide_details=True,
        attributes={"aria-label": name},
        children=[
            v.Radio(label=label, value=value, ripple=False) for value, label in choices.items()
        ],
    )


def ended() -> Element:
    """The screen of a session that is over."""
    sign_in = '<p><a class="button" href="/">はじめの画面へ</a></p>'
    return box(
        [
            title("サインインの時間が終わりました", "ended"),
            paragraph("続けるには、もう一度サインインしてください。答えは保存されています。"),
            prose(sign_in),
        ]
    )


def stopped(refusal: MirasapoError) -> Element:
    """The only screen of a page that could not begin."""
    home = '<p><a class="button" href="/">はじめの画面へ</a></p>'
    return box([title("画面を開けませんでした", "stopped"), refused(refusal), prose(home)])
