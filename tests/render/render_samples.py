"""Values made by hand, so that renderers are tested on what the stages may say, not on what they say today."""

from quotetrace.models import (
    Alternative,
    Article,
    Change,
    Check,
    Checked,
    Diff,
    Evidence,
    Family,
    Flag,
    Flow,
    Found,
    Link,
    Occurrence,
    Origin,
    Place,
    Problem,
    Quote,
    Reuse,
    Scan,
    Span,
    Step,
    Trace,
    Undecided,
    Variant,
    Wording,
    content_id,
)


def article(key: str, text: str, outlet: str | None = None, published: str | None = None) -> Article:
    return Article(id=content_id(text), key=key, text=text, path=key, outlet=outlet, published=published, language="en")


def span(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def quote(home: Article, words: str, speaker: str | None = None, **more: object) -> Quote:
    where = span(home.text, words)
    made = Quote(id=content_id(home.id, where.start), article=home.id, span=where, text=words, kind="direct")
    values = {name: getattr(made, name) for name in made.__slots__}
    basis = "name" if speaker else "none"
    return Quote(**(values | {"speaker": speaker, "speaker_basis": basis, "confidence": 0.9} | more))


CROSSING = "the crossing shuts for forty days so that no one goes under"
MARA, TOLL = "Mara Ilkov", "Odd Tollefsrud"
GAZETTE = article(
    "gazette.txt",
    "The bridge at Sunde will be shut from Monday while divers look at its feet.\n\n"
    '"We will close the bridge for forty days, and nobody will drown," said Mara Ilkov, the harbour master.\n\n'
    '"I have swum under it. It hums," said Odd Tollefsrud, a diver.\n',
    "Sunde Gazette",
    "2024-05-02",
)
EVENING = article(
    "evening.txt",
    "Panic on the quay! The bridge at Sunde will be shut from Monday while divers look at its feet.\n\n"
    '"We will close the bridge for fourteen days and nobody will drown, nobody," said Ms Ilkov.\n',
    "Evening Mail",
    "2024-05-03T06:30:00+02:00",
)
WIRE = article(
    "wire.txt",
    f"SUNDE, May 2 (Fjordwire) – The harbour master said “{CROSSING}”.\n",
    "Fjordwire",
    "2024-05-02",
)
LETTER = article(
    "letters/undated.txt",
    'They tell us. "I have swum under it. It hums," the diver said. Mara Ilkov said the bridge would close.\n',
)
A = quote(GAZETTE, "We will close the bridge for forty days, and nobody will drown", MARA, cue="said")
B = quote(
    EVENING,
    "We will close the bridge for fourteen days and nobody will drown, nobody",
    MARA,
    cue="said",
    speaker_text="Ms Ilkov",
)
C = quote(
    WIRE,
    CROSSING,
    None,
    cue="said",
    speaker_text="The harbour master",
    defects=("missing-open-mark",),
)
D = quote(LETTER, "the bridge would close", MARA, kind="indirect", cue="said")
E = quote(GAZETTE, "I have swum under it. It hums", TOLL, cue="said")
F = quote(LETTER, "I have swum under it. It hums", None, cue="said", speaker_text="the diver")
AB = Link(
    A.id,
    B.id,
    "edited",
    0.97,
    A.span,
    B.span,
    (
        Change("replace", span(GAZETTE.text, "forty"), span(EVENING.text, "fourteen")),
        Change("insert", None, span(EVENING.text, "nobody", EVENING.text.index("drown, "))),
    ),
    (Flag("number", "forty", "fourteen"),),
    "one number differs",
)
AC = Link(A.id, C.id, "rendering", 0.81, A.span, C.span, (), (), "two translations")
AD = Link(A.id, D.id, "paraphrase", 0.6, A.span, D.span)
EF = Link(E.id, F.id, "verbatim", 1.0, E.span, F.span)
NARRATION = "The bridge at Sunde will be shut from Monday while divers look at its feet"
SHARED = Reuse(
    GAZETTE.id, EVENING.id, 0.58, ((span(GAZETTE.text, NARRATION), span(EVENING.text, NARRATION)),), NARRATION, 24, 26
)
BRIDGE = Family(
    content_id("bridge"),
    A.text,
    MARA,
    (A.id, B.id, C.id, D.id),
    tuple(Wording(content_id(one.text), one.text, (one.id,)) for one in (A, B, C, D)),
)
HUM = Family(content_id("hum"), E.text, TOLL, (E.id, F.id), (Wording(content_id(E.text), E.text, (E.id, F.id)),))
SCAN = Scan(
    articles=(EVENING, GAZETTE, LETTER, WIRE),
    quotes=(B, A, E, F, D, C),
    links=(AB, AC, AD, EF),
    families=(BRIDGE, HUM),
    traces=(
        Trace(
            BRIDGE.id,
            Origin(None, "a statement by Mara Ilkov on 2 May"),
            (
                Step(
                    A.id,
                    B.id,
                    "edited",
                    "copied",
                    0.96,
                    (Evidence("narration", "58% of the narration stands in both", 3.1),),
                    (Alternative(C.id, "common-source", 0.03),),
                ),
                Step(
                    None,
                    C.id,
                    "rendering",
                    "same-event",
                    0.7,
                    (Evidence("words", "no words in common", 0.4),),
                ),
                Step(None, D.id, "paraphrase", "unknown", 0.5),
            ),
            (),
            2,
        ),
        Trace(
            HUM.id,
            Origin(None, ""),
            (),
            (Undecided(E.id, F.id, "unknown", "letters/undated.txt has no date, and no narration is shared"),),
            2,
        ),
    ),
    reuse=(SHARED,),
    flows=(
        Flow("Sunde Gazette", "Evening Mail", 3, 2, 2, 1, 0.915, (("edited", 2), ("verbatim", 1)), (("number", 2),)),
        Flow("letters/undated.txt", "Fjordwire", 1, 1, 0, 1, 0.6),
    ),
    problems=(Problem("broken.jsonl", "line 3 is not JSON", "mend or remove the line"),),
)
DIFF = Diff(GAZETTE, EVENING, (A, E, B), (AB,), (E.id,), (), SHARED)
EXTRACTED = [(home, tuple(one for one in SCAN.quotes if one.article == home.id)) for home in SCAN.articles]

AT_A = Place(GAZETTE.id, "text", A.span, 3, MARA, A.id)
AT_E = Place(GAZETTE.id, "text", E.span, 5, TOLL, E.id)
AT_F = Place(LETTER.id, "text", F.span, 1)
MIXED_UP = Link(E.id, F.id, "verbatim", 1.0, E.span, F.span, (), (Flag("speaker", TOLL, "the diver"),))
CHECK = Check(
    drafts=(EVENING, LETTER),
    sources=(GAZETTE, LETTER),
    checked=(
        Checked(B, "altered", False, "the words differ in 2 places", AT_A, AB),
        Checked(F, "misattributed", False, f"the words of {TOLL}, not of the diver", AT_E, MIXED_UP),
        Checked(F, "exact", True, "letter for letter", AT_E, EF, (AT_F,)),
        Checked(D, "not-found", False, "no source has these words"),
    ),
    searched=3,
    problems=SCAN.problems,
)
HUMS = "swum under it, it hums"
ASKED = Span(0, len(HUMS))
FOUND = Found(
    wording=HUMS,
    variants=(
        Variant(
            "swum under it. It hums",
            (
                Occurrence(
                    Place(GAZETTE.id, "text", span(GAZETTE.text, "swum under it. It hums"), 5, TOLL, E.id),
                    Link("", E.id, "excerpt", 1.0, ASKED, span(GAZETTE.text, "swum under it. It hums")),
                ),
                Occurrence(
                    Place(LETTER.id, "text", span(LETTER.text, "swum under it. It hums"), 1, None, F.id),
                    Link("", F.id, "excerpt", 1.0, ASKED, span(LETTER.text, "swum under it. It hums")),
                ),
            ),
        ),
    ),
    articles=(GAZETTE, LETTER),
    searched=4,
)
