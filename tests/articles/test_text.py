"""Whole pages, invented, in the shapes in which pages come."""

from __future__ import annotations

import pytest

from articles.making import PROSE, Got, got
from sayso.model.profile import KnownSource


def kinds(found: Got) -> list[str]:
    return [kind for kind, _ in found.kinds()]


def test_prose_alone() -> None:
    found = got(PROSE)
    assert found.article.title is None
    assert kinds(found) == ["paragraph"] * 3
    assert found.article.language == "en"
    assert found.article.name == "page.txt"
    assert found.article.voice == "outlet of page"


def test_lines_without_blank_lines_are_paragraphs() -> None:
    assert kinds(got(PROSE.replace("\n\n", "\n"))) == ["paragraph"] * 3


def test_translated_paper_with_subscriber_lines() -> None:
    found = got(
        "July 25, 2031\n\nIn the Ridge, the rebels take the largest crossing\n\n" + PROSE + "\n\n"
        "Also listen Can the rebels win the year?\n\nTwo thirds of the road in rebel hands\n\n"
        + PROSE
        + "\n\n"
        "Article reserved for our subscribers Read also Ten years after the treaty, the valley waits\n\n"
        "The Valley with AFP"
    )
    assert kinds(found) == [
        "date", "title", *["paragraph"] * 3, "boilerplate", "heading",
        *["paragraph"] * 3, "boilerplate", "credit",
    ]  # fmt: skip
    article = found.article
    assert article.title == "In the Ridge, the rebels take the largest crossing"
    assert (article.published, article.published_from) == ("2031-07-25", "the line 'July 25, 2031'")
    assert (article.outlet, article.agencies) == ("The Valley with AFP", ("AFP",))


def test_radio_site_with_caption_and_author_boxes() -> None:
    found = got(
        "Accessibility links\n\nBreaking News\n\nFront Cites Gains In The Ridge Amid Concerns\n\n\n"
        "Front negotiator Edo Marl addresses a press conference in Port Vale on July 9.\n\n" + PROSE + "\n\n"
        + PROSE + "\n\nWith reporting by AFP, AP, Reuters, and TASS\n"
        "  • 16x9 Image\n\n    RFE/RL's Radio Azadi\n\n"
        "    RFE/RL's Radio Azadi is one of the most loved stations of the valley. Half of it listens.\n\n"
        "  • 16x9 Image\n\n    Our reporters work in nine valleys where papers are few. We bring the news."
    )  # fmt: skip
    assert kinds(found)[:4] == ["boilerplate", "boilerplate", "title", "caption"]
    assert kinds(found)[4:10] == ["paragraph"] * 6
    assert set(kinds(found)[10:]) == {"credit", "boilerplate"}
    assert found.article.outlet == "RFE/RL"
    assert found.article.agencies == ("AFP", "AP", "Reuters", "TASS")
    assert found.article.published is None


def test_translated_paper_with_picture_bullets_and_comment_form() -> None:
    found = got(
        "Thursday, August 5\n\nThe Front boasts of advances and opens a truce\n\n\n"
        "The withdrawal opens new horizons for the leaders, who say they control 174 districts\n\n"
        "Edo Marl, head of a delegation\nEdo Marl, head of a Front delegation in Port Vale.AFP\n"
        "  • The Correspondent’s Gaze Women armed against the Front\n  • Ridge The new wave of refugees\n\n"
        + PROSE + "\n\nValley concern\n\n" + PROSE
        + "\n\nAccording to the criteria of\n\nThe Trust Project\n\nKnow more\n\nLeave a Reply\n\n"
        "Your email address will not be published. Required fields are marked *"
    )  # fmt: skip
    assert kinds(found) == [
        "date", "title", "standfirst", "caption", "caption", "boilerplate", "boilerplate",
        *["paragraph"] * 3, "heading", *["paragraph"] * 3, *["boilerplate"] * 5,
    ]  # fmt: skip
    article = found.article
    # A picture's credit is no credit of the text.
    assert article.agencies == ()
    assert article.published is None
    assert found.codes == ["date-open"]
    assert "no year" in found.issues[0].message


def test_paper_with_name_date_menu_and_section_on_top() -> None:
    found = got(
        "The Lomer Courier\nMonday, March 3, 2031\nSign in | Subscribe | E-paper\nNational\n\n"
        "Governor and ministry at odds over the road\n\nBy Ann Teller, Harlow\n\n" + PROSE + "\n\n"
        "Read also: Why the bill died\n\nComments (212) | Print | Share\n© The Lomer Courier"
    )
    assert kinds(found) == [
        "boilerplate", "date", "boilerplate", "boilerplate", "title", "byline", *["paragraph"] * 3,
        "boilerplate", "boilerplate", "boilerplate",
    ]  # fmt: skip
    article = found.article
    assert (article.outlet, article.byline, article.published) == (
        "The Lomer Courier",
        "Ann Teller",
        "2031-03-03",
    )


def test_wire_report_gives_dateline_agency_and_prose_apart() -> None:
    found = got("Army leaves Harlow\n\nHARLOW, July 9, 2031 (Reuters) - " + PROSE)
    assert found.kinds()[1] == ("date", "HARLOW, July 9, 2031 (Reuters) -")
    assert found.kinds()[2][1].startswith("The army said")
    article = found.article
    assert (article.dateline, article.agencies, article.outlet) == ("Harlow", ("Reuters",), "Reuters")
    assert article.published_from == "the dateline 'HARLOW, July 9, 2031 (Reuters) -'"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Published\n9 July 2031\nShare page", "2031-07-09"),
        ("By Ann Teller\nPublished July 9, 2031Updated July 12, 2031", "2031-07-09"),
        ("Updated 1200 GMT (2000 HKT) July 9, 2031", "2031-07-09"),
        ("Last modified on Wed 9 Jul 2031 20.04 BST", "2031-07-09"),
        ("Source: Xinhua| 2031-07-09 18:10:05|Editor: staff", "2031-07-09"),
        ("19.10.2031 09:37", "2031-10-19"),
        ("Issued on: 09/07/2031 - 12:40", None),
        ("5 of March of 2031", "2031-03-05"),
    ],
)
def test_dates_in_the_head(head: str, published: str | None) -> None:
    found = got(f"Army leaves key town after shelling\n{head}\n\n{PROSE}")
    assert found.article.title == "Army leaves key town after shelling"
    assert found.article.published == published
    assert kinds(found).count("paragraph") == 3


def test_year_from_the_texts_own_dates() -> None:
    text = "Thursday, July 9\n\nArmy leaves Harlow town\n\n" + PROSE.replace("on Friday", "on July 3, 2026")
    article = got(text).article
    assert article.published == "2026-07-09"
    assert article.published_from == "the line 'Thursday, July 9'; the year from 'July 3, 2026' in the text"
    # A weekday that does not fit that year leaves the date open.
    assert got(text.replace("Thursday", "Friday")).article.published is None


def test_year_and_hours_from_the_day_of_fetching() -> None:
    fetched_on = "2031-01-02T03:00:00+00:00"
    head = "Army leaves key town after shelling\n{}\n\n" + PROSE
    article = got(head.format("December 30"), fetched_on=fetched_on).article
    assert article.published == "2030-12-30"
    assert "the day it was fetched" in (article.published_from or "")
    article = got(head.format("5 hours ago"), fetched_on=fetched_on).article
    assert article.published == "2031-01-01"
    assert got(head.format("5 hours ago")).article.published is None


def test_future_date_is_left_aside() -> None:
    found = got("July 9, 2031\n\nArmy leaves Harlow town\n\n" + PROSE, fetched_on="2030-01-01T00:00:00+00:00")
    assert found.article.published is None
    assert "future-date" in found.codes


def test_summary_over_the_article_repeats_and_holds_nothing() -> None:
    found = got(
        "Army leaves Harlow after shelling\n\nIn short:\nThe army has left Harlow. The Front is in town.\n"
        "Twelve people were killed.\nWhat's next?\nTalks are due on Sunday.\n\n" + PROSE
    )
    assert kinds(found) == [
        "title", "heading", "standfirst", "standfirst", "heading", "standfirst", *["paragraph"] * 3,
    ]  # fmt: skip


def test_sentence_between_title_and_byline_is_the_standfirst() -> None:
    found = got(
        "Army Leaves Town After Night of Shelling\nThe loss is the third in a week for the government.\n\n"
        "By Ann Teller\nJuly 9, 2031\n\nPORT VALE — " + PROSE
    )
    assert kinds(found)[:5] == ["title", "standfirst", "byline", "date", "date"]
    assert found.article.dateline == "Port Vale"


def test_wrapped_lines_are_one_paragraph() -> None:
    found = got(
        "ARMY LEAVES HARLOW AFTER SHELLING\n\n"
        "PORT VALE, July 9 (AP) - The army said on Friday that its soldiers had\n"
        "left the town of Harlow after a night of shelling by the Ridge Front.\n"
        "A spokesman for the Front, Ivo Mesk, told reporters that the town was\n"
        '"fully under our control".\n\n'
        "Hospital officials said at least 12 people were killed and dozens were\n"
        "wounded in the fighting near the bridge. The army did not comment on\n"
        "the figures, which could not be verified.\n"
    )
    assert kinds(found) == ["title", "date", "paragraph", "paragraph"]


def test_own_word_that_something_could_not_be_checked_names_the_outlet() -> None:
    text = PROSE + "\n\nThe Valley Bureau could not independently verify the claims of either side."
    assert got(text).article.outlet == "Valley Bureau"


@pytest.mark.parametrize(
    ("line", "outlet", "agencies"),
    [
        ("AFP", None, ("AFP",)),
        ("(Reuters)", None, ("Reuters",)),
        ("LBN/AFP/Reuters", None, ("AFP", "Reuters")),
        ("With inputs from PTI and agencies", None, ("PTI", "Agencies")),
        ("Source: Xinhua", None, ("Xinhua",)),
        ("The Lomer Post with Norrel", "The Lomer Post with Norrel", ("Norrel",)),
        ("With reporting by Norrel", None, ("Norrel",)),
        ("© 2031 AFP", "AFP", ("AFP",)),
        ("© Valley Dispatch 2031. All rights reserved.", "Valley Dispatch", ()),
        ("Copyright 2029-2031 Lomer Media Ltd", "Lomer Media", ()),
        ("Source: Al Jazeera and news agencies", "Al Jazeera", ("Agencies",)),
    ],
)
def test_lines_behind_the_article(line: str, outlet: str | None, agencies: tuple[str, ...]) -> None:
    found = got(f"Army leaves key town after shelling\n\n{PROSE}\n\n{line}")
    assert kinds(found)[-1] in ("credit", "boilerplate")
    assert (found.article.outlet, found.article.agencies) == (outlet, agencies)


def test_sources_of_a_profile_are_known() -> None:
    known = (KnownSource("Norrel", "agency"),)
    assert got(f"{PROSE}\n\nNorrel", known=known).article.agencies == ("Norrel",)
    assert got(f"{PROSE}\n\nNorrel").article.agencies == ()


@pytest.mark.parametrize(
    "prose",
    [
        "Use of heavy weapons was denied by the army on Friday, according to a statement.",
        "With apples running out in the besieged town, people queue for bread at dawn, doctors said.",
        "By Monday evening the town was in the hands of the Front, residents said by telephone.",
        "Reported losses on both sides were said to be heavy in the fighting for the bridge.",
    ],
)
def test_prose_that_opens_like_furniture_is_prose(prose: str) -> None:
    found = got(f"{PROSE}\n\n{prose}\n\n{PROSE}")
    assert kinds(found) == ["paragraph"] * 7


def test_title_only_is_a_title_and_said_to_be() -> None:
    found = got("Rebels take Harlow bridge")
    assert kinds(found) == ["title"]
    assert "no-paragraph" in found.codes


def test_short_sentence_is_a_paragraph() -> None:
    assert kinds(got("Rebels took Harlow on Monday.")) == ["paragraph"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Повстанцы заняли город в понедельник, сообщил представитель армии.", "ru"),
        (
            "Les rebelles ont pris la ville lundi, a dit un porte-parole de l'armée aux journalistes.",
            "fr",
        ),
        ("Rebels took Harlow", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert got(text).article.language == language


def test_first_entry_of_a_live_page_stays_a_paragraph() -> None:
    found = got(
        "The latest on the fighting in Harlow\n\n7 p.m.\n\n" + PROSE.split("\n\n")[0] + "\n\n6:05 p.m.\n\n"
        + PROSE.split("\n\n")[1] + "\n\n5:10 p.m.\n\n" + PROSE.split("\n\n")[2]
    )  # fmt: skip
    assert kinds(found) == ["title", "date", "paragraph", "date", "paragraph", "date", "paragraph"]


def test_title_with_a_full_stop_over_a_date() -> None:
    found = got("The army has left the town of Harlow after a night of shelling.\nJuly 9, 2031\n\n" + PROSE)
    assert kinds(found) == ["title", "date", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Updated 5/3/2031 1:26 PM EST", "2031-05-03"),
        ("5/3/2031 13:26 CEST", "2031-03-05"),
        ("5/3/2031", None),
    ],
)
def test_zone_of_the_clock_tells_day_from_month(line: str, published: str | None) -> None:
    assert got(f"Army leaves Harlow town\n{line}\n\n{PROSE}").article.published == published
