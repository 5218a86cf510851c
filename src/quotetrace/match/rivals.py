"""Pairs that fall because their quotes have better partners."""

import numpy as np

from quotetrace.match.lexicon import Ints, Small, places, within
from quotetrace.match.said import UNKNOWN, Flags, Floats, Said, packed
from quotetrace.match.table import Meetings

RIVAL = 3.0  # log-odds by which a better match rules a doubtful pair out
MOSTLY = 0.8  # share of the shorter quote from which a pair is not doubtful
AT_ONCE = 1 << 16  # pairs that are looked at together


def unrivalled(rows: Meetings, sure: Flags) -> Flags:
    """Which sure ones stand: not the doubtful ones of which one quote has a far better match, in a third article.

    A doubtful pair shares a part of either quote. It stands if the better match is linked to its other quote as well.
    """
    stands = np.ones(len(rows.a), dtype=np.bool_)
    doubtful = np.flatnonzero(sure & (rows.part < MOSTLY)[rows.couple])
    at_stake = np.zeros(len(rows.said.quotes), dtype=np.bool_)
    at_stake[rows.a[doubtful]] = at_stake[rows.b[doubtful]] = True
    near = np.flatnonzero(sure & (at_stake[rows.a] | at_stake[rows.b]))
    links, home = _Links(rows.a[near], rows.b[near], rows.points[near], at_stake), rows.said.article
    for first in range(0, len(doubtful), AT_ONCE):
        some = doubtful[first : first + AT_ONCE]
        a, b, least = rows.a[some], rows.b[some], rows.points[some] + RIVAL
        for one, other in ((a, b), (b, a)):
            row, rival, points = links.of(one)
            far = (points >= least[row]) & (home[rival] != home[other[row]])
            row, rival = row[far], rival[far]
            stands[some[row[~links.join(rival, other[row])]]] = False
    return stands


def partnered(known: Said, a: Small, b: Small, points: Floats, other_words: Flags, doubtful: Flags) -> Flags:
    """Which pairs stand: not the doubtful ones of which each quote has a better partner in the outlet of the other.

    Two outlets that tell of two statements, one like the other, print each of them. In one outlet, which seldom prints
    a statement in two wordings, the better partners may be in any other. Only partners in other words count: copies of
    two wordings say nothing.
    """
    outlet, home = known.outlet, known.article
    several = np.append(_articles(known) > 1, False)
    stands = np.ones(len(a), dtype=np.bool_)
    at = np.flatnonzero(doubtful & several[outlet[a]] & several[outlet[b]])
    at_stake = np.zeros(len(known.quotes), dtype=np.bool_)
    at_stake[a[at]] = at_stake[b[at]] = True
    near = np.flatnonzero(other_words & (at_stake[a] | at_stake[b]))
    links = _Links(a[near], b[near], points[near], at_stake)
    for first in range(0, len(at), AT_ONCE):
        some = at[first : first + AT_ONCE]
        better = np.ones(len(some), dtype=np.bool_)
        for one, other in ((a[some], b[some]), (b[some], a[some])):
            row, rival, sure = links.of(one)
            there, own = outlet[rival], outlet[one][row]
            fits = np.where(own == outlet[other][row], (there != own) & (there != UNKNOWN), there == outlet[other][row])
            found = fits & (sure > points[some][row]) & (home[rival] != home[other[row]])
            better &= np.bincount(row[found], minlength=len(some)) > 0
        stands[some[better]] = False
    return stands


def told_apart(known: Said, a: Small, b: Small, other_words: Flags, rendered: Flags) -> Flags:
    """Which pairs stand: not two wordings of one outlet each of which another outlet renders by itself.

    Who renders both knows them for two statements, however alike they are worded.
    """
    stands = np.ones(len(a), dtype=np.bool_)
    has = np.zeros(len(known.quotes), dtype=np.bool_)
    has[a[rendered]] = has[b[rendered]] = True
    at = np.flatnonzero(other_words & ~rendered & known.one(known.outlet, a, b) & has[a] & has[b])
    at_stake = np.zeros(len(known.quotes), dtype=np.bool_)
    at_stake[a[at]] = at_stake[b[at]] = True
    near = np.flatnonzero(at_stake[a] | at_stake[b])
    links, own = (_Links(a[rows], b[rows], np.zeros(len(rows)), at_stake) for rows in (near, near[rendered[near]]))
    for first in range(0, len(at), AT_ONCE):
        some = at[first : first + AT_ONCE]
        shared = np.zeros(len(some), dtype=np.bool_)
        for one, other in ((a[some], b[some]), (b[some], a[some])):
            row, partner, _ = own.of(one)
            shared[row[links.join(partner, other[row])]] = True
        stands[some[~shared]] = False
    return stands


def _articles(known: Said) -> Ints:
    """How many articles with quotes each outlet has."""
    told = np.flatnonzero(np.diff(known.begins) > 0)
    outlets = known.outlet[known.begins[told]]
    return np.bincount(outlets[outlets != UNKNOWN], minlength=int(known.outlet.max(initial=0)) + 1)


class _Links:
    """Meetings, and those of each of some quotes."""

    def __init__(self, a: Small, b: Small, points: Floats, some: Flags) -> None:
        self.all = np.sort(packed(a, b))
        ours, theirs = np.flatnonzero(some[a]), np.flatnonzero(some[b])
        here = np.concatenate((a[ours], b[theirs]))
        order = np.argsort(here)
        self.there = np.concatenate((b[ours], a[theirs]))[order]
        self.points = np.concatenate((points[ours], points[theirs]))[order]
        self.begins = np.searchsorted(here[order], np.arange(len(some) + 1, dtype=np.int32))

    def of(self, quotes: Small) -> tuple[Ints, Small, Floats]:
        """The quotes that some quotes meet, for each its place among ``quotes``, the other quote and the points."""
        counts = self.begins[quotes + 1] - self.begins[quotes]
        at = places(self.begins[quotes], counts)
        return np.repeat(np.arange(len(quotes)), counts), self.there[at], self.points[at]

    def join(self, one: Small, other: Small) -> Flags:
        """Whether two quotes meet."""
        return within(packed(np.minimum(one, other), np.maximum(one, other)), self.all)
