"""The data model and the policy as objects: what every other layer asks before it acts."""

from mirasapo.catalog.load import check, load_catalog
from mirasapo.catalog.model import (
    Catalog,
    CodeList,
    Item,
    MappedField,
    Programme,
    TableShape,
    Term,
)
from mirasapo.catalog.policy import Policy, load_policy
from mirasapo.catalog.problem import Problem
from mirasapo.catalog.value import Fault, parse_value, sample_value, value_faults

__all__ = [
    "Catalog",
    "CodeList",
    "Fault",
    "Item",
    "MappedField",
    "Policy",
    "Problem",
    "Programme",
    "TableShape",
    "Term",
    "check",
    "load_catalog",
    "load_policy",
    "parse_value",
    "sample_value",
    "value_faults",
]
