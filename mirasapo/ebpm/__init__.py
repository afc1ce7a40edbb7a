"""The analyst's side: open a cut, estimate, and print only what may leave.

Nothing here touches the database; a cut is a folder of Parquet files with its manifest.
"""

from mirasapo.ebpm.cut import Cut, find_cut, open_cut
from mirasapo.ebpm.estimators import Estimate, EventStudy, event_study, levels_difference
from mirasapo.ebpm.figures import event_study_figure, inline
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
    "find_cut",
    "in_plain_words",
    "inline",
    "levels_difference",
    "open_cut",
    "protect",
]
