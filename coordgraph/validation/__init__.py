"""SHACL: data against shapes, into a report whose findings have places."""

from coordgraph.validation.engine import (
    validate,
    validate_dataset,
    validate_files,
    validate_statements,
)
from coordgraph.validation.report import Finding, Report, Severity

__all__ = [
    "Finding",
    "Report",
    "Severity",
    "validate",
    "validate_dataset",
    "validate_files",
    "validate_statements",
]
