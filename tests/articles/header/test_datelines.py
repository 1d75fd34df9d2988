from __future__ import annotations

import pytest

from sayso.articles.header.datelines import find_dateline


@pytest.mark.parametrize(
    ("text", "ends", "place", "credit"),
    [
        ("HARLOW, July 9 (Reuters) - The army", "The army", "Harlow", "Reuters"),
        ("PORT VALE — Reports of", "Reports of", "Port Vale", None),
        ("Lomer, DRC – Rebels said", "Rebels said", "Lomer", None),
        ("LOMER, Ridge (AP) — Rebels", "Rebels", "Lomer", "AP"),
        ("LOMER, March 7 (BSTA). Servicemen", "Servicemen", "Lomer", "BSTA"),
        ("LOMER, July 9. /TASS/. The Front", "The Front", "Lomer", "TASS"),
        ("LOMER, July 9 — RIA Novosti. The Front", "The Front", "Lomer", "RIA Novosti"),
        ("LOMER/HARLOW, July 1 (Reuters) - Rebels", "Rebels", "Lomer", "Reuters"),
        ("July 9 (UPI) -- The army", "The army", None, "UPI"),
        ("LOMER, Aug. 4, 2021 (Saba) -- Forces", "Forces", "Lomer", "Saba"),
        ("Harlow (CNN)The army", "The army", "Harlow", "CNN"),
        ("Port Vale, 19 May 2020 (Valley Dispatch)", "", "Port Vale", "Valley Dispatch"),
        ("HARLOW: The army", "The army", "Harlow", None),
        ("HARLOW — “We hold it,” he said", "“We hold it,” he said", "Harlow", None),
    ],
)
def test_datelines(text: str, ends: str, place: str | None, credit: str | None) -> None:
    dateline = find_dateline(text, lambda name: name in {"RIA Novosti", "CNN"})
    assert dateline is not None
    assert text[dateline.span.end :] == ends
    assert (dateline.place, dateline.credit) == (place, credit)


@pytest.mark.parametrize(
    "text",
    [
        "Lomer Bridge – the largest crossing – fell",
        "Two-thirds of the border is in rebel hands",
        "The Front - A group of",
        "Rebels took Lomer (DRC) on Monday",
        "DE-ESCALATION was discussed",
        "On Monday - The army",
        "U.S.-led forces left",
        "In Lomer, July 9 was a day of mourning",
        "“We hold it,” he said",
        "The bridge – Lomer – fell",
        "",
    ],
)
def test_prose(text: str) -> None:
    assert find_dateline(text, lambda name: False) is None
