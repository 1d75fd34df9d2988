"""Who is said to say what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.analysis import Attribution
from sayso.model.article import Block
from sayso.model.span import Span
from sayso.reading.attributions import find_attributions
from sayso.reading.quotes import find_quotes
from sayso.reading.sentences import split_sentences


def read(*paragraphs: str) -> tuple[str, tuple[Attribution, ...]]:
    text = "\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), "paragraph"))
        start += len(paragraph) + 1
    sentences, tokens = split_sentences(text, blocks)
    return text, find_attributions(text, sentences, tokens, find_quotes(text, blocks))


def shown(text: str, found: tuple[Attribution, ...]) -> list[tuple[str, str, str]]:
    """Return source, kind and content of each, the parts of the content joined by a bar."""
    return [
        (a.source.of(text) if a.source else "?", a.kind, " | ".join(part.of(text) for part in a.content))
        for a in found
    ]


ONE = [
    # --- the report follows its cue
    ("The Ruvian army said it had left Velm.", "The Ruvian army", "says", "it had left Velm"),
    ("The army said on Monday that Velm had fallen.", "The army", "says", "Velm had fallen"),
    ("The army said about 60 men had died in Velm.", "The army", "says", "about 60 men had died in Velm"),
    ("The army told reporters earlier that Velm had fallen.", "The army", "says", "Velm had fallen"),
    (
        "The rebels have claimed that they hold 40% of Ruvia.",
        "The rebels",
        "says",
        "they hold 40% of Ruvia",
    ),
    ("The rebels say they are ready for talks.", "The rebels", "says", "they are ready for talks"),
    ("The army said Friday, July 9 to have taken Velm.", "The army", "says", "to have taken Velm"),
    (
        "Adem Tal, a spokesman for the rebels, said the border post was “fully” in their hands.",
        "Adem Tal, a spokesman for the rebels",
        "says",
        "the border post was “fully” in their hands",
    ),
    (
        "A spokesman for the rebels, Adem Tal, told reporters that the group had “fully captured” it.",
        "A spokesman for the rebels, Adem Tal",
        "says",
        "the group had “fully captured” it",
    ),
    (
        "President Ilsa Brenn said in a speech that the mission in Ruvia would be “completed on May 3”.",
        "President Ilsa Brenn",
        "says",
        "the mission in Ruvia would be “completed on May 3",
    ),
    (
        "Mr. Tal hammered that he would not send “another generation” to war.",
        "Mr. Tal",
        "says",
        "he would not send “another generation” to war",
    ),
    (
        "The ministry added that the port, which lies in the north, was safe.",
        "The ministry",
        "says",
        "the port, which lies in the north, was safe",
    ),
    (
        "Tal assured the parliament that the army would hold Velm.",
        "Tal",
        "says",
        "the army would hold Velm",
    ),
    (
        "Officials in Velm warned that bread was running short.",
        "Officials in Velm",
        "says",
        "bread was running short",
    ),
    ("In Velm, residents said by phone that troops had left.", "residents", "says", "troops had left"),
    ("The governor insisted: “Nobody has left Velm.”", "The governor", "says", "Nobody has left Velm"),
    # --- the report stands before its cue
    ("“We hold Velm and we will stay,” Tal said.", "Tal", "says", "We hold Velm and we will stay"),
    (
        "“We hold Velm,” said Adem Tal, the rebels' spokesman.",
        "Adem Tal, the rebels' spokesman",
        "says",
        "We hold Velm",
    ),
    (
        "“They retake the site”Interior Ministry spokesman Adem Tal said.",
        "Interior Ministry spokesman Adem Tal",
        "says",
        "They retake the site",
    ),
    (
        "The rebels “hold most of the border”Ruvian spokeswoman Ilsa Brenn told the press on Friday.",
        "Ruvian spokeswoman Ilsa Brenn",
        "says",
        "The rebels “hold most of the border",
    ),
    (
        "Seven people died in the shelling of Velm, the mayor said.",
        "the mayor",
        "says",
        "Seven people died in the shelling of Velm",
    ),
    (
        "The group has no plans to send fighters, said a Ruvian official close to it.",
        "a Ruvian official close to it",
        "says",
        "The group has no plans to send fighters",
    ),
    (
        "Authorities have ” the means “ to win, he said.",
        "he",
        "says",
        "Authorities have ” the means “ to win",
    ),
    (
        "“We are calm”, added Ilsa Brenn, while a rebel delegation is in Karvel.",
        "Ilsa Brenn",
        "says",
        "We are calm",
    ),
    ("“Will it hold?” asked Tal.", "Tal", "asks", "Will it hold?"),
    (
        "“The country can be held”, he had however assured, confident in his army.",
        "he",
        "says",
        "The country can be held",
    ),
    # --- according to
    (
        "According to a government official, troops are trying to retake Velm.",
        "a government official",
        "says",
        "troops are trying to retake Velm",
    ),
    (
        "According to him, “there are no foreign fighters in Ruvia.”",
        "him",
        "says",
        "there are no foreign fighters in Ruvia",
    ),
    (
        "Some 1,500 soldiers fled to Orsk, according to the mayor of Velm.",
        "the mayor of Velm",
        "says",
        "Some 1,500 soldiers fled to Orsk",
    ),
    # --- nominal contents
    ("The rebels claimed control of 85% of Ruvia.", "The rebels", "says", "control of 85% of Ruvia"),
    (
        "The governor accused the army of shelling a clinic on Friday.",
        "The governor",
        "says",
        "the army of shelling a clinic on Friday",
    ),
    ("He put the number of dead at more than 400.", "He", "says", "the number of dead at more than 400"),
    ("The operator described the text as “worthless”.", "The operator", "says", "the text as “worthless"),
    # --- denials, demands, pledges
    ("The army denied that Velm had fallen.", "The army", "denies", "Velm had fallen"),
    ("The rebels deny targeting clinics.", "The rebels", "denies", "targeting clinics"),
    ("Karvel denies any role in the attack.", "Karvel", "denies", "any role in the attack"),
    (
        "Ruvia urged all sides in the fighting to “show restraint.”",
        "Ruvia",
        "demands",
        "all sides in the fighting to “show restraint",
    ),
    (
        "Ruvia has asked the parties to act with moderation.",
        "Ruvia",
        "demands",
        "the parties to act with moderation",
    ),
    ("The envoy called for pressure to force a deal.", "The envoy", "demands", "pressure to force a deal"),
    (
        "Karvel called on the warring parties to ” restraint “.",
        "Karvel",
        "demands",
        "the warring parties to ” restraint",
    ),
    ("The rebels promise to do whatever is needed.", "The rebels", "pledges", "to do whatever is needed"),
    (
        "President Brenn promised on Wednesday to “calmly develop” the land.",
        "President Brenn",
        "pledges",
        "to “calmly develop” the land",
    ),
    ("Ruvia has assured that it will protect its ally.", "Ruvia", "says", "it will protect its ally"),
]


@pytest.mark.parametrize(("text", "source", "kind", "content"), ONE)
def test_one_attribution(text: str, source: str, kind: str, content: str) -> None:
    assert shown(*read(text)) == [(source, kind, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The army did not say where its troops were.",
        "The army refused to say where its troops were.",
        "The army declined to comment.",
        "If the rebels say they hold Velm, nobody will believe it.",
        "The ministry may announce the result on Friday.",
        "The town has reportedly fallen.",
        "The army has not confirmed the loss of Velm.",
        "The rebels took Velm and burned the market.",
        "He called it a “great victory” day in the “old style”.",
    ],
)
def test_no_assertion(text: str) -> None:
    assert [row for row in shown(*read(text)) if row[0] != "He"] == []


SEVERAL = [
    (
        "The UN said that food was short and called for a corridor.",
        [("The UN", "says", "food was short"), ("The UN", "demands", "a corridor")],
    ),
    (
        "The army said it had left Velm, while the rebels said they had taken it.",
        [("The army", "says", "it had left Velm"), ("the rebels", "says", "they had taken it")],
    ),
    (
        "Tal said the mission will end on May 3, adding that “speed is safety.”",
        [("Tal", "says", "the mission will end on May 3"), ("Tal", "says", "speed is safety")],
    ),
    (
        "The army rejected the report and spoke of propaganda.",
        [("The army", "denies", "the report"), ("The army", "says", "propaganda")],
    ),
    (
        "While rebel spokesman Tal said he believed in peace, his men attacked Velm.",
        [("rebel spokesman Tal", "says", "he believed in peace"), ("he", "says", "in peace")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL[:4])
def test_several_in_a_sentence(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(*read(text)) == expected


def test_a_demand_inside_a_quotation_is_its_speakers() -> None:
    text, found = read("“We call on all sides to stop”, said Ilsa Brenn.")
    assert shown(text, found) == [
        ("Ilsa Brenn", "demands", "all sides to stop"),
        ("Ilsa Brenn", "says", "We call on all sides to stop"),
    ]
    assert found[0].parent == 1


def test_a_split_report_has_two_parts() -> None:
    assert shown(*read("The war, he said, “would be long”.")) == [("he", "says", "The war | would be long")]
    text, found = read("“We are ready,” Tal said. “We will not leave.”")
    assert shown(text, found) == [
        ("Tal", "says", "We are ready"),
        ("Tal", "says", "We will not leave"),
    ]
    assert found[1].reason == "the quotation goes on with the former speaker"


def test_a_quotation_over_sentences_is_one_content() -> None:
    text, found = read("“We hold Velm. We hold Orsk,” Tal told the Karvel Courier.")
    assert shown(text, found) == [("Tal", "says", "We hold Velm. We hold Orsk")]
    assert found[0].via == ("Karvel Courier",)
    assert found[0].style == "direct"


def test_a_chain_left_open_belongs_to_the_speaker_named_at_its_end() -> None:
    text, found = read("“Velm is ours. “Orsk is ours too,” Adem Tal told Reuters.")
    assert shown(text, found) == [("Adem Tal", "says", "Velm is ours | Orsk is ours too")]


def test_a_quotation_of_its_own_paragraph_goes_on() -> None:
    text, found = read(
        "The rebels' spokesman stressed that they would stay.", "“We will not leave Velm to anybody at all.”"
    )
    assert shown(text, found)[1][0] == "The rebels' spokesman"


def test_a_quotation_that_nobody_speaks_has_a_reason() -> None:
    _, found = read("“We will not leave Velm to anybody at all.” The town was quiet. Shops were open.")
    assert [(a.source, a.reason) for a in found] == [(None, "no speaker is named near the quotation")]


def test_a_speaker_in_the_next_sentence() -> None:
    assert shown(*read("“Will anybody help us at all?” Adem Tal asked.")) == [
        ("Adem Tal", "asks", "Will anybody help us at all?")
    ]


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("Tal told Reuters that Velm had fallen.", "Tal", ("Reuters",)),
        ("Tal told the Karvel Courier that Velm had fallen.", "Tal", ("Karvel Courier",)),
        ("Tal told parliament that Velm had fallen.", "Tal", ()),
        ("Tal told Ruvia's Blue Dawn television that Velm had fallen.", "Tal", ("Blue Dawn",)),
        ("Tal said to Interfax that Velm had fallen.", "Tal", ("Interfax",)),
        (
            "“Velm has fallen,” the army said in a statement carried by the state news agency NNB.",
            "the army",
            ("NNB",),
        ),
        ("“Velm has fallen,” Tal wrote on Facebook.", "Tal", ("Facebook",)),
        ("The ministry on July 9 quoted the rebels as saying the truce holds.", "the rebels", ("ministry",)),
        ("Tal was quoted as claiming on July 9 that the group holds Velm.", "Tal", ()),
        ("Reuters reported, citing the mayor, that Velm had fallen.", "the mayor", ("Reuters",)),
        ("Reuters, citing the mayor, said Velm had fallen.", "the mayor", ("Reuters",)),
        ("State media reported that Velm had fallen, citing the mayor.", "the mayor", ("State media",)),
        ("“Velm has fallen,” Reuters quoted the mayor as saying.", "the mayor", ("Reuters",)),
        ("Speaking to Reuters, Tal said Velm had fallen.", "Tal", ("Reuters",)),
        ("In a message on Telegram, Tal said Velm had fallen.", "Tal", ("Telegram",)),
        ("In an interview with Blue Dawn TV, Tal said Velm had fallen.", "Tal", ("Blue Dawn TV",)),
        ("A resident reached by Radio Karvel said Velm had fallen.", "A resident", ("Radio Karvel",)),
        ("Tal told NNB that Velm had fallen.", "Tal", ("NNB",)),
        ("Tal told karvel24.com that Velm had fallen.", "Tal", ("karvel24.com",)),
        ("Tal, quoted by NNB, said Velm had fallen.", "Tal", ("NNB",)),
        ("According to Tal, quoted by NNB, Velm had fallen.", "Tal", ("NNB",)),
        ("After an attack on Radio Karvel, Tal said Velm had fallen.", "Tal", ()),
        ("Tal told the UN that Velm had fallen.", "Tal", ()),
    ],
)
def test_relays(text: str, source: str, via: tuple[str, ...]) -> None:
    whole, found = read(text)
    assert [(a.source.of(whole) if a.source else None, a.via) for a in found] == [(source, via)]


def test_speech_within_speech() -> None:
    text, found = read("President Brenn vowed to defeat the rebels, her office said.")
    rows = dict(zip([a.cue.of(text) for a in found], found, strict=True))
    assert found[rows["vowed"].parent or 0].cue.of(text) == "said"
    assert rows["vowed"].via == ("her office",)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The rebels' claims that their men had taken Velm were false.",
            "The rebels",
            "their men had taken Velm",
        ),
        ("The army spoke in response to rebel claims that Velm had fallen.", None, None),
        (
            "Karvel published a claim by the rebels that they had taken Velm.",
            "the rebels",
            "they had taken Velm",
        ),
    ],
)
def test_reporting_nouns(text: str, source: str | None, content: str | None) -> None:
    rows = [(s, c) for s, _, c in shown(*read(text))]
    assert rows == ([(source, content)] if source else [])


def test_a_nouns_clause_and_its_verbs_clause_are_told_apart() -> None:
    text, found = read(
        "A ministry spokesman said on May 9 in response to Ruvian claims that its troops had captured "
        "a key post in Velm that the guards there had been “moved for a while.”"
    )
    rows = {a.cue.of(text): a.content[0].of(text) for a in found}
    assert rows["said"] == "the guards there had been “moved for a while"
    assert rows["claims"] == "its troops had captured a key post in Velm"


def test_denials_point_to_what_they_deny() -> None:
    text, found = read(
        "Tal said that 174 districts had come under their control.",
        "Government officials rejected this claim by the rebels.",
    )
    assert shown(text, found)[1] == (
        "Government officials",
        "denies",
        "this claim by the rebels | 174 districts had come under their control",
    )
    text, found = read("The rebels claimed control of 85% of Ruvia, a figure disputed by the government.")
    assert shown(text, found)[1] == ("the government", "denies", "a figure | control of 85% of Ruvia")


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("“We hold Velm,” he said.", "direct"),
        ("He said they “fully hold” Velm.", "mixed"),
        ("He said they hold Velm.", "indirect"),
    ],
)
def test_styles(text: str, style: str) -> None:
    assert [a.style for a in read(text)[1]] == [style]


def test_claimers_and_time_stay_open() -> None:
    _, found = read("The army said on Monday that Velm had fallen.")
    assert (found[0].claimers, found[0].said) == ((), None)


@given(st.text(alphabet="aT sidh,.\"“”:' \n", max_size=120))
def test_contents_lie_in_the_text_and_cues_in_order(text: str) -> None:
    block = Block(Span(0, len(text)), "paragraph")
    sentences, tokens = split_sentences(text, (block,))
    found = find_attributions(text, sentences, tokens, find_quotes(text, (block,)))
    assert [a.cue for a in found] == sorted(a.cue for a in found)
    assert all(0 <= s.start < s.end <= len(text) for a in found for s in (a.cue, *a.content))
