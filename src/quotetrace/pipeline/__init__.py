"""The whole path, once: the only package that joins the stages."""

from quotetrace.pipeline.checking import check, find
from quotetrace.pipeline.quotes import Report, extract, only
from quotetrace.pipeline.scanning import diff, scan

__all__ = ["Report", "check", "diff", "extract", "find", "only", "scan"]
