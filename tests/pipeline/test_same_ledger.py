"""The same input comes to the same ledger: again, in another order, by more processes."""

from __future__ import annotations

import json
import random
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.readers import FirstWords, first_words
from sayso.ledger import open_view, open_writer
from sayso.model.codec import to_record
from sayso.model.profile import Profile
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.engines.pool import PoolEngine
from sayso.pipeline.engines.worker import Recipe
from sayso.pipeline.read import read_into
from sayso.sources import FetchOptions

STORY = (
    "Rebels seize the mill at {place}\n\nThe commander of the eastern brigade said on Monday that his men "
    "had taken the mill at {place} after a day of heavy fighting along the river.\n"
)


def exported(path: Path) -> str:
    """Return the hash over all records of a ledger, in the order in which it gives them."""
    with open_view(path) as view:
        assert view.verify() == []
        kinds = (view.articles(), view.statements(), view.claims(), view.questions(), view.lineages(),
                 view.stories(), view.issues(), (entity for _, entity in view.entities()))  # fmt: skip
        records = [[to_record(record) for record in kind] for kind in kinds]
    return sha256(json.dumps(records, sort_keys=True, default=to_record).encode()).hexdigest()


@pytest.mark.parametrize("workers", [1, 2])
def test_three_times_shuffled_and_by_one_or_two_workers(tmp_path: Path, workers: int) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(STORY.format(place=f"Ford {number % 6}"))
    (folder / "broken.txt").write_bytes(b"\0\1\2")
    files = sorted(map(str, folder.iterdir()))
    found = set()
    for seed in range(3 if workers == 1 else 2):
        order = files * 2
        random.Random(seed).shuffle(order)
        path = tmp_path / f"{workers}-{seed}.db"
        alone = InlineEngine(FirstWords(), Profile())
        recipe = Recipe(first_words, Profile(), path)
        engine = alone if workers == 1 else PoolEngine(alone, recipe, workers, few=1)
        with open_writer(path) as writer:
            read_into(writer, order, engine, Profile(), FetchOptions())
        found.add(exported(path))
    plain = tmp_path / "plain.db"
    with open_writer(plain) as writer:
        read_into(writer, [str(folder)], InlineEngine(FirstWords(), Profile()), Profile(), FetchOptions())
    assert found == {exported(plain)}
