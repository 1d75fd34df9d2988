"""How sure an event is and whether it is denied, against MEANTIME's certainty and polarity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.interface import Measured
from sayso.evaluation.meantime import annotated_in
from sayso.evaluation.rates import rates, share
from sayso.model.analysis import Analysis
from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.model.span import Span
from sayso.places.gazetteer import load_gazetteer

_CERTAIN = {"CERTAIN": False, "PROBABLE": True, "POSSIBLE": True}
_OPEN_MODALS = frozenset({"can", "could", "may", "might", "would"})
"""The set calls what could or would be not certain; Sayso says so by its modality ("predicted")."""
_POLARITY = {"POS": False, "NEG": True}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader says of an event: that it is not certain, that it is denied or did not happen."""

    unsure: bool = False
    negative: bool = False


PLAIN = Verdict()
Finder = Callable[[Article], Callable[[Span], Verdict | None]]


def measure_factuality(folder: Path, shared: Path, reader: str) -> Measured:  # noqa: ARG001 - asked alike
    """Score a reader's verdicts on the events of the set; raises NotFound.

    Certain against probable or possible (`unsure.f1` of the rarer, `certainty` the share right), positive
    against negative (`negative.f1`, `polarity`).  Events that the set leaves open are left out.  An event of
    which the reader says nothing counts as certain and positive; `judged` is the share of which it says
    something.
    """
    find = {"rules": _by_rule, "learned": _learned}[reader]()
    counts: Counter[str] = Counter()
    for document in annotated_in(folder):
        counts["documents"] += 1
        verdict_at = find(document.article)
        for event in document.events:
            counts += _compared(event.says, verdict_at(event.span))
    scores = {
        "certainty": share(counts["certainty right"], counts["certainty"]),
        **rates("unsure", counts["unsure both"], counts["unsure read"], counts["unsure gold"]),
        "polarity": share(counts["polarity right"], counts["polarity"]),
        **rates("negative", counts["negative both"], counts["negative read"], counts["negative gold"]),
        "judged": share(counts["judged"], counts["events"]),
    }
    size = (
        f"{counts['documents']} articles, {counts['events']} events, {counts['unsure gold']} not certain, "
        f"{counts['negative gold']} negative"
    )
    return Measured(scores, size, tuple(_errors(counts)))


def _compared(says: Mapping[str, str], read: Verdict | None) -> Counter[str]:
    counts: Counter[str] = Counter()
    unsure, negative = _CERTAIN.get(says.get("certainty", "")), _POLARITY.get(says.get("polarity", ""))
    if unsure is None and negative is None:
        return counts
    counts["events"] += 1
    counts["judged"] += read is not None
    held = read or PLAIN
    for name, kind, gold, got in (
        ("certainty", "unsure", unsure, held.unsure),
        ("polarity", "negative", negative, held.negative),
    ):
        if gold is not None:
            counts[name] += 1
            counts[f"{name} right"] += gold == got
            counts[f"{kind} gold"] += gold
            counts[f"{kind} read"] += got
            counts[f"{kind} both"] += gold and got
    return counts


def _by_rule() -> Finder:
    from sayso.reading.rules import RuleReader

    reader = RuleReader(Profile(), load_gazetteer())

    def find(article: Article) -> Callable[[Span], Verdict | None]:
        return _rule_verdicts(article, reader.analyse(article))

    return find


def _rule_verdicts(article: Article, analysis: Analysis) -> Callable[[Span], Verdict | None]:
    """Return what rules say of an event: by the clause whose verb it is, or that it stands in."""
    from sayso.reading.arguments import parse_sentence
    from sayso.reading.clauses import denied
    from sayso.reading.commitment import commitment
    from sayso.reading.evidence import cue_lemma, outside_cue
    from sayso.reading.scenes import make_scene
    from sayso.reading.statements import innermost

    scene = make_scene(article.text, analysis)
    parses = [parse_sentence(scene, sentence) for sentence in analysis.sentences]

    def verdict(span: Span) -> Verdict | None:
        parse = next((p for p in parses if p.sentence.span.covers(span)), None)
        word = next((n for n, token in enumerate(scene.tokens) if token.span.overlaps(span)), None)
        if parse is None or word is None:
            return None
        holding = [c for c in parse.clauses if c.first <= word < c.last]
        clause = next(
            (c for c in holding if c.group.head == word),
            min(holding, key=lambda c: c.last - c.first, default=None),
        )
        if clause is None:
            return None
        held = innermost(analysis.attributions, span)
        attribution = analysis.attributions[held] if held is not None else None
        own = clause.group.head == word
        stand = commitment(
            outside_cue(scene.tokens[clause.first : clause.last], attribution),
            clause.group if own else None,
            attribution,
            cue_lemma(scene.tokens, attribution),
            negative=own and denied(scene, clause),
            embedded=None,
            own_act=False,
            conditional=False,
        )
        unsure = stand.epistemic in ("true-uncertain", "unknown", "false-uncertain")
        unsure = unsure or (own and clause.group.modal in _OPEN_MODALS)
        return Verdict(unsure, stand.polarity == "negative" or stand.epistemic == "false-certain")

    return verdict


def _learned() -> Finder:
    from sayso.reading.learned.reader import LearnedReader
    from sayso.reading.learned.signals import FAINT

    reader = LearnedReader(Profile(), load_gazetteer())

    def find(article: Article) -> Callable[[Span], Verdict | None]:
        told = reader.told(article, FAINT)
        tokens = told.analysis.tokens

        def verdict(span: Span) -> Verdict | None:
            at = [h for h in told.signals.hung if h.name != "cue" and tokens[h.word].span.overlaps(span)]
            best = max(at, key=lambda h: h.probability, default=None)
            if best is None:
                return None
            said = best.verdicts["epistemic"]
            negative = best.verdicts["polarity"] == "negative" or said == "false-certain"
            return Verdict(said in ("true-uncertain", "unknown", "false-uncertain"), negative)

        return verdict

    return find


def _errors(counts: Mapping[str, int]) -> Iterator[str]:
    for kind, words in (("unsure", "not certain"), ("negative", "negative")):
        gold, read, both = (counts[f"{kind} {what}"] for what in ("gold", "read", "both"))
        yield (
            f"Of {gold} {words} events {gold - both} are taken for plain ones; of {read} that Sayso takes "
            f"for such {read - both} are none."
        )
    yield (
        "Most events of the set are deals, losses and plans of firms, of which no reader of conflicts makes "
        "a statement; the rule reader is asked for its verdict on each all the same."
    )
