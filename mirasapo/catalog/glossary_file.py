"""glossary.yaml: the words of the house, and the words that they replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.lint.words import HOMONYMS, is_in
from mirasapo.catalog.model import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.model import Catalog
    from mirasapo.catalog.source import Place, Source

GLOSSARY = "glossary.yaml"
_SHOWN = 3


def read_glossary(source: Source) -> tuple[tuple[Term, ...], dict[str, Place]]:
    """The terms, and where each stands; a word that two of them refuse is reported."""
    terms: list[Term] = []
    places: dict[str, Place] = {}
    seen: dict[str, str] = {}
    for name, line, cells in source.entries(GLOSSARY, source.mapping(GLOSSARY)):
        refused = cells.get("refused", [])
        if not (cells.get("ja") and cells.get("meaning") and isinstance(refused, list)):
            what = f"{name}: ja か meaning か refused を読めません。"
            source.report(GLOSSARY, line, what, "ja と meaning は文字、refused は並び [ ] です。")
            continue
        terms.append(Term(cells["ja"], name, cells["meaning"], tuple(map(str, refused))))
        places[name] = line
        for word in terms[-1].refused:
            if seen.setdefault(word, name) != name or refused.count(word) > 1:
                what = f"「{word}」は二つの語で退けられています。"
                cure = f"{seen[word]} か {name} の refused から消します。"
                source.report(GLOSSARY, line.of("refused"), what, cure)
    return tuple(terms), places


def check_refused_words(
    source: Source,
    catalog: Catalog,
    places: Mapping[str, Place],
    published: Mapping[str, str],
) -> set[str]:
    """Report the refused words that are in use and cannot go: terms, published keys, tables, lists.

    `published` gives file and line by item key. The words are given back, so that what uses them is not
    told again. A word in a key that is not published is a fault of the key.
    """
    found = set()
    for term in catalog.glossary:
        for word in term.refused:
            used = list(_uses(catalog, word, published))
            if used:
                found.add(word)
                more = f"ほか {len(used) - _SHOWN} か所" if len(used) > _SHOWN else ""
                where = "、".join(used[:_SHOWN]) + more
                what = f"{term.identifier} が退ける「{word}」は、{where}で使われています。"
                cure = "refused から消します(公開した名前は変わりません)。"
                source.report(GLOSSARY, places[term.identifier].of("refused"), what, cure)
    return found


def _uses(catalog: Catalog, word: str, published: Mapping[str, str]) -> Iterator[str]:
    yield from (
        f"用語「{term.identifier}」" for term in catalog.glossary if term.identifier == word
    )
    for item in catalog.items:
        name = f"{item.category}_{item.column}"
        if item.key in published and (item.category, word) not in HOMONYMS and is_in(word, name):
            yield f"項目キー {item.key}({published[item.key]})"
    for table in catalog.tables:
        if is_in(word, table.name) and (table.items[0].category, word) not in HOMONYMS:
            yield f"表「{table.name}」"
    yield from (f"コード表「{name}」" for name in catalog.code_lists if is_in(word, name))
