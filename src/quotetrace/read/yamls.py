"""YAML that users write beside their articles: plain mappings, every scalar a string as it stands there."""

import re
from collections.abc import Mapping

from quotetrace.read.stream import BESIDE, why

DEEPEST = 50
"""Open brackets at a time; PyYAML's time grows with their square."""
_BRACKET = re.compile(r"[\[\]{}]")


class BadYamlError(Exception):
    """Not YAML, or not a mapping; the message says what and where."""


def load_mapping(text: str) -> Mapping[object, object]:
    """The mapping that ``text`` holds; an empty text is an empty one. Dates and numbers stay strings.

    Raises:
        BadYamlError: the text is too long, no YAML, nested beyond all use, or no mapping.
    """
    import yaml

    if len(text) > BESIDE:
        raise BadYamlError(f"longer than {BESIDE >> 20} MB")
    if _depth(text) > DEEPEST:
        raise BadYamlError("broken YAML: brackets nested too deeply")
    try:
        value = yaml.BaseLoader(text).get_single_data()
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise BadYamlError(f"broken YAML{line}: {error.problem}") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise BadYamlError(f"broken YAML: {why(error)}") from None
    if value is None or value == "":
        return {}
    if not isinstance(value, dict):
        raise BadYamlError("not a list of 'key: value' lines")
    return value


def _depth(text: str) -> int:
    deepest = depth = 0
    for match in _BRACKET.finditer(text):
        depth += 1 if match.group() in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
