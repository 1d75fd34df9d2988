"""Statements of every legal shape, for tests of the contract, of exports and of imports."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from sayso.model.proposition import Figure, Proposition
from sayso.model.rowcheck import CHOICES
from sayso.model.span import Span
from sayso.model.statement import Statement

CALM = settings(deadline=None, max_examples=60)
"""Machines that build are shared and slow now and then."""

# No half surrogates (no file holds them); names have no outer white space (imports trim it).
_CHARS = st.characters(exclude_categories=("Cs",))
NAMES = st.text(_CHARS, min_size=1, max_size=8).map(str.strip).filter(bool) | st.sampled_from(
    ["=1+1", "'=x", "+49", "-5", "@all", "a;b", "back\\slash", '"quoted"', "two\nlines", "a, b", "'"]
)
EVIDENCE = st.text(_CHARS, min_size=1, max_size=20).filter(str.strip) | NAMES
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-10, 10**6).map(float)
_DAYS = st.dates().map(lambda day: day.isoformat())
DATES = (
    _DAYS
    | _DAYS.map(lambda day: day[:7])
    | _DAYS.map(lambda day: day[:4])
    | st.tuples(_DAYS, _DAYS).map(lambda pair: "/".join(sorted(pair)))
)
_MAYBE = st.none() | NAMES


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Return figures whose bounds do not cross."""
    low, high = draw(st.none() | _NUMBERS), draw(st.none() | _NUMBERS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Figure(draw(NAMES), draw(st.none() | _NUMBERS), low, high, draw(_MAYBE))


def propositions() -> st.SearchStrategy[Proposition]:
    """Return propositions of every type."""
    return st.builds(
        Proposition, type=st.sampled_from(CHOICES["type"]), actor=_MAYBE, target=_MAYBE, place=_MAYBE,
        place_from=_MAYBE, place_to=_MAYBE, quantity=st.none() | figures(), when=st.none() | DATES,
        polarity=st.sampled_from(CHOICES["polarity"]),
    )  # fmt: skip


def statements(article: str = "art-1") -> st.SearchStrategy[Statement]:
    """Return hand-made statements of one stub article."""
    return st.builds(
        Statement, id=NAMES, article=st.just(article), evidence=EVIDENCE, span=st.none(),
        attribution=st.sampled_from(CHOICES["attribution"]), epistemic=st.sampled_from(CHOICES["epistemic"]),
        modality=st.sampled_from(CHOICES["modality"]), proposition=propositions(), claimer=_MAYBE,
        claimer_for=_MAYBE, via=st.lists(NAMES, max_size=2).map(tuple), said_on=st.none() | DATES,
        verification=st.none() | st.sampled_from(CHOICES["verification"]), verified_by=_MAYBE,
        slots=st.just(()), gaps=st.just(()), reader=st.just("import"),
    )  # fmt: skip


def spans() -> st.SearchStrategy[Span]:
    """Return spans that run forwards."""
    return st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(min(ends), max(ends)))
