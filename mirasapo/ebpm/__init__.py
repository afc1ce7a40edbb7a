"""The analyst's side: compare the forms, open a cut, estimate, and print only what may leave.

Nothing here touches the database; a cut is a folder of Parquet files with its manifest.
"""

from mirasapo.ebpm.cut import Cut, find_cut, open_cut
from mirasapo.ebpm.estimators import Estimate, EventStudy, event_study, levels_difference
from mirasapo.ebpm.figures import event_study_figure, inline
from mirasapo.ebpm.form_figures import frequency_figure, once_only_figure, share_figure
from mirasapo.ebpm.forms import (
    filled_after,
    frequencies,
    frequent_items,
    once_only,
    overlap,
)
from mirasapo.ebpm.study import applicants, estimate
from mirasapo.ebpm.suppression import MINIMUM_FIRMS, protect
from mirasapo.ebpm.words import in_plain_words

__all__ = [
    "MINIMUM_FIRMS",
    "Cut",
    "Estimate",
    "EventStudy",
    "applicants",
    "estimate",
    "event_study",
    "event_study_figure",
    "filled_after",
    "find_cut",
    "frequencies",
    "frequency_figure",
    "frequent_items",
    "in_plain_words",
    "inline",
    "levels_difference",
    "once_only",
    "once_only_figure",
    "open_cut",
    "overlap",
    "protect",
    "share_figure",
]
