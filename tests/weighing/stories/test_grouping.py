"""Articles grouped into stories."""

from __future__ import annotations

import random
from dataclasses import replace

from sayso.weighing.stories.clustering import averaged
from sayso.weighing.stories.grouping import Stories, stories_of
from weighing.invented import article, group

GROUPS = ("01-dorvask-dam", "03-quilpa-market", "05-ostrel-ferry")
ALL = [one for name in GROUPS for one in group(name).values()]


def test_what_tells_of_one_event_is_one_story() -> None:
    stories = stories_of(ALL)
    names = {one.id: name for name in GROUPS for one in group(name).values()}
    largest = sorted(stories, key=lambda story: -len(story.articles))[:3]
    for story in largest:
        assert len({names[key] for key in story.articles}) == 1
        assert len(story.articles) >= 5
        assert story.first is not None
        assert story.last is not None
        assert story.first <= story.last
    assert {key for story in stories for key in story.articles} == names.keys()


def test_the_order_of_arrival_makes_no_difference_nor_does_asking_on_the_way() -> None:
    expected = stories_of(ALL)
    for seed in range(3):
        stories = Stories()
        for number, one in enumerate(random.Random(seed).sample(ALL, len(ALL))):
            stories.add(one)
            if number % 4 == 0:
                stories.made()
        assert stories.made() == expected


def test_the_same_words_weeks_later_are_another_story() -> None:
    one = group(GROUPS[0])["wire"]
    again = replace(one, id="art-later", published="2034-06-30")
    undated = replace(one, id="art-undated", published=None)
    assert len(stories_of([one, again])) == 2
    assert len(stories_of([one, undated])) == 1
    assert len(stories_of([undated, again])) == 1


def test_stubs_are_in_no_story_and_an_article_alone_is_one() -> None:
    alone = article("a", "Goats were sold in Norvik.", "2031-01-02")
    (story,) = stories_of([article("stub", ""), alone, alone])
    assert story.articles == (alone.id,)
    assert (story.first, story.last) == ("2031-01-02", "2031-01-02")


def test_groups_are_alike_on_average_and_not_by_one_pair_alone() -> None:
    pairs = {("a", "b"): 900, ("a", "c"): 300, ("c", "d"): 800}
    edges = {
        key: {o: pairs.get((key, o), pairs.get((o, key), 0)) for o in "abcd" if o != key} for key in "abcd"
    }
    assert averaged("abcd", edges, 200) == [("a", "b"), ("c", "d")]
    assert averaged("abcd", edges, 70) == [("a", "b", "c", "d")]
    assert averaged("abcd", edges, 950) == [("a",), ("b",), ("c",), ("d",)]
