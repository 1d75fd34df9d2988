"""Articles with texts, brought in by batches in any order, come to what all of them at once come to."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.readers import FirstWords, first_words
from sayso.ledger import open_view, open_writer
from sayso.ledger.interface import LedgerView, LedgerWriter, Record
from sayso.model.article import Article
from sayso.model.judgement import Act, Judgement
from sayso.model.profile import Profile
from sayso.model.span import Span
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.engines.pool import PoolEngine
from sayso.pipeline.engines.step import Engine
from sayso.pipeline.engines.worker import Recipe
from sayso.pipeline.read import read_into
from sayso.pipeline.weigh import weigh_ledger
from sayso.sources import FetchOptions
from weighing.invented import TEXTS, article, group
from weighing.saying import told

GROUPS = ("01-dorvask-dam", "03-quilpa-market", "05-ostrel-ferry", "09-lom-bridge")
STUB = Article("art-stub", "stub", None, "", (), agencies=("Wire",))
ALL = [*(one for name in GROUPS for one in group(name).values()), article("a", "Goats were sold here."), STUB]


def _record(one: Article) -> Record:
    """Return an article whose outlet says in its own voice, in its first words, who holds a dam."""
    if not one.text:
        return Record(one, "stub", "hand")
    words = one.text[:12]
    said = told("", one.name, "control", article=one.id, actor="Reds", place="Dorvask", evidence=words)
    one = replace(one, capture=None)
    return Record(one, "read", "hand", statements=(replace(said, span=Span(0, 12)).identified(),))


def _outcome(ledger: LedgerView) -> tuple[Any, ...]:
    body = [entry.body for entry in ledger.chain() if entry.kind == "weighing"]
    found = ledger.claims(), ledger.questions(), ledger.lineages(), ledger.stories()
    return (*map(list, found), body[-1:])


def _judge(ledger: LedgerWriter, act: Act, one: Article, other: Article) -> Judgement:
    pair = min(one.id, other.id), max(one.id, other.id)
    made = Judgement("", "article", pair[0], act, "Ann", "2031-01-01", "so", others=pair[1:]).identified()
    ledger.judge(made)
    return made


def _bring(ledger: LedgerWriter, articles: Iterable[Article]) -> None:
    for one in articles:
        ledger.add(_record(one))
    weigh_ledger(ledger, Profile())


def _batches(articles: Sequence[Article], chance: random.Random) -> Iterable[Sequence[Article]]:
    rest = list(articles)
    while rest:
        size = chance.randint(1, 6)
        yield rest[:size]
        rest = rest[size:]


@pytest.mark.parametrize("seed", range(4))
def test_by_batches_in_any_order_or_all_at_once(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with open_writer(tmp_path / "one.db") as one, open_writer(tmp_path / "all.db") as other:
        for batch in _batches(chance.sample(ALL, len(ALL)), chance):
            _bring(one, batch)
        _bring(other, ALL)
        assert _outcome(one) == _outcome(other)
        kinds = {lineage.kind for lineage in one.lineages()}
        assert {"shared-text", "retold-text", "shared-quote"} <= kinds
        assert len(list(one.stories())) > len(GROUPS)
        assert not weigh_ledger(one, Profile(), whole=True)
        assert one.verify() == []


@pytest.mark.parametrize("seed", range(4))
def test_links_cut_and_added_before_and_after_the_articles_that_hang_on_them(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    order = chance.sample(ALL, len(ALL))
    dam, ferry = group(GROUPS[0]), group(GROUPS[2])
    acts: list[tuple[Act, Article, Article]] = [
        ("cut-link", dam["wire"], dam["light"]), ("add-link", dam["ind"], ferry["wire"]),
        ("add-link", STUB, ferry["wire"]), ("cut-link", dam["press1"], dam["press2"]),
        ("cut-link", ferry["wire"], dam["wire"]),
    ]  # fmt: skip
    with open_writer(tmp_path / "one.db") as one, open_writer(tmp_path / "all.db") as other:
        made = []
        for number, batch in enumerate(_batches(order, chance)):
            _bring(one, batch)
            for act in acts[number : number + 1]:
                made.append(_judge(one, *act))
                weigh_ledger(one, Profile())
        _bring(other, ALL)
        before = _outcome(other)
        for judgement in one.judgements():
            other.judge(judgement)
        weigh_ledger(other, Profile(), whole=True)
        assert _outcome(one) == _outcome(other) != before
        for judgement in made:
            undo = Judgement("", "judgement", judgement.id, "undo", "Bo", "2031-01-02", "so")
            one.judge(undo.identified())
            weigh_ledger(one, Profile())
        assert _outcome(one) == before


def test_a_new_article_is_compared_with_those_that_it_meets_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.weighing.lineage import comparing
    from sayso.weighing.stories import comparing as likening

    dam = group(GROUPS[0])
    late = dam["reword"]
    with open_writer(tmp_path / "one.db") as ledger:
        _bring(ledger, [one for one in ALL if one.id != late.id])
        looked: list[str] = []
        for module, name in ((comparing, "sheet_of"), (likening, "subject_of")):
            real = getattr(module, name)
            monkeypatch.setattr(module, name, lambda one, real=real: (looked.append(one.id), real(one))[1])
        changed: list[str] = []
        put = ledger.reweighed
        monkeypatch.setattr(
            ledger, "reweighed", lambda change: (changed.extend(p.name for p in change.parts), put(change))[1]
        )
        _bring(ledger, [late])
        assert late.id in looked
        assert dam["wire"].id in looked
        assert set(looked) <= {one.id for one in dam.values()}
        assert {name.split(":")[1] for name in changed if name.startswith(("copies:", "stories:"))} <= {
            one.id for one in dam.values()
        }


def _pool(ledger: Path) -> PoolEngine:
    return PoolEngine(InlineEngine(FirstWords(), Profile()), Recipe(first_words, Profile(), ledger), 2, few=1)


def test_one_or_many_workers_come_to_one_outcome(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for path in sorted(TEXTS.glob("0[13]*/*.txt")):
        (folder / f"{path.parent.name}-{path.name}").write_text(path.read_text())

    def read(name: str, engine: Engine, sources: Sequence[Sequence[str]]) -> None:
        with open_writer(tmp_path / name) as ledger:
            for source in sources:
                read_into(ledger, source, engine, Profile(), FetchOptions())
                weigh_ledger(ledger, Profile())

    files = [str(path) for path in sorted(folder.iterdir())]
    read("one.db", InlineEngine(FirstWords(), Profile()), [files])
    read("many.db", _pool(tmp_path / "many.db"), [files])
    read("steps.db", _pool(tmp_path / "steps.db"), [files[10:], files[:10]])
    outcomes = []
    for name in ("one.db", "many.db", "steps.db"):
        with open_view(tmp_path / name) as view:
            outcomes.append(json.dumps(_outcome(view), default=repr))
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert "shared-text" in outcomes[0]
