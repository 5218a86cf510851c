"""The answers of an interview whose turns have no labels: a question on its own line, and what follows it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from quotetrace.lang import Language
from quotetrace.syntax import Stretch

QUESTIONS: Final = 3  # at least, in an interview
_LONG_QUESTION: Final = 400  # characters
_LONG_ANSWER: Final = 6  # paragraphs
_MARKUP: Final = "*_# \t"
_MARKS: Final = frozenset('"“”„»«')
_ENDS: Final = frozenset('.!?…"”»“)')
# "Ann Lee:"
_LABEL: Final = re.compile(r"(?P<name>[^\W\d_][\w.’-]{0,38}(?: [^\W\d_][\w.’-]{0,38})?):[*_ ]{0,9}(?=[^\W\d_])")
_WORD: Final = re.compile(r"[^\W\d_]+")
Part = tuple[int, int]


def answers(text: str, spans: Sequence[Part], language: Language) -> Iterator[Stretch]:
    """The answers, a stretch for each of their paragraphs; nothing where the text is no interview."""
    if text.count("?") < QUESTIONS:
        return
    asked = [_is_question(text, begin, end) for begin, end in spans]
    if sum(asked) < QUESTIONS:
        return
    turns = list(_turns(text, spans, asked, language))
    if not _is_interview(text, spans, asked, turns, language):
        return
    labels = [_LABEL.match(text, *_bare(text, *spans[turn[0]])) for turn in turns]
    count = Counter(label["name"] for label in labels if label)
    for turn, label in zip(turns, labels, strict=True):
        for number, index in enumerate(turn, 1):
            first, stop = _bare(text, *spans[index])
            if number == 1 and label and count[label["name"]] > 1:
                first = label.end()
            yield Stretch(first, stop, first, stop, continues=number < len(turn))


def _is_question(text: str, begin: int, end: int) -> bool:
    """Whether a paragraph is one question or ends with one, in no marks."""
    first, stop = _bare(text, begin, end)
    return text[stop - 1] == "?" and stop - first <= _LONG_QUESTION and _MARKS.isdisjoint((text[first], text[stop - 1]))


def _turns(text: str, spans: Sequence[Part], asked: Sequence[bool], language: Language) -> Iterator[list[int]]:
    """The paragraphs of each answer: the one behind a question, and those after it that are no question in disguise.

    Behind the last question they must say "I"; elsewhere one that says only "you" asks, and ends the answer.
    """
    last = max(index for index, question in enumerate(asked) if question)
    turn: list[int] = []
    for index, question in enumerate(asked):
        if not question and index and asked[index - 1]:
            turn = [index]
        elif (
            turn and not question and len(turn) < _LONG_ANSWER and _goes_on(text, spans[index], index > last, language)
        ):
            turn.append(index)
        elif turn:
            yield turn
            turn = []
    if turn:
        yield turn


def _goes_on(text: str, span: Part, at_the_end: bool, language: Language) -> bool:
    says = _persons(text, span, language)
    own = "1" in says if at_the_end else "1" in says or "2" not in says
    _, stop = _bare(text, *span)
    return own and text[stop - 1] in _ENDS


def _is_interview(
    text: str, spans: Sequence[Part], asked: Sequence[bool], turns: Sequence[list[int]], language: Language
) -> bool:
    """Whether at least half of the questions say "you", two thirds of the answers "I", and none stands in marks."""
    if len(turns) < QUESTIONS or 4 * len(turns) < 3 * sum(asked):
        return False
    if any(text[_bare(text, *spans[turn[0]])[0]] in _MARKS for turn in turns):
        return False
    questions = [span for span, question in zip(spans, asked, strict=True) if question]
    to_you = sum("2" in _persons(text, span, language) for span in questions)
    of_me = sum("1" in _persons(text, spans[turn[0]], language) for turn in turns)
    return 2 * to_you >= len(questions) and 3 * of_me >= 2 * len(turns)


def _persons(text: str, span: Part, language: Language) -> set[str]:
    """The persons, "1", "2" and "3", of the pronouns in a paragraph."""
    return {language.pronouns.get(word.lower(), "")[1:2] for word in _WORD.findall(text, *span)}


def _bare(text: str, begin: int, end: int) -> Part:
    """A paragraph without the spaces and the stars of Markdown around it."""
    first, stop = begin, end
    while stop > first + 1 and (text[stop - 1] in _MARKUP or text[stop - 1].isspace()):
        stop -= 1
    while first < stop - 1 and (text[first] in _MARKUP or text[first].isspace()):
        first += 1
    return first, stop
