# ruff: noqa: E501
"""A small labelled text, of an invented conflict, and a small corpus made of it."""

from __future__ import annotations

from pathlib import Path

from sayso_corpus.codec import to_json
from sayso_corpus.records import Document
from sayso_corpus.sheets import read_sheet

TEXT = """Front claims Vantorr Bridge
TESSAMUND (Norrel) - The Ondarek Front said on Tuesday its fighters had seized “Vantorr Bridge”, killing a dozen.
The bridge “is ours”, Front spokesman Jorim Hesk said. His group holds half of it.
On Monday Gen. Tal had promised to hold it. Norrel could not check the figure.
"""
SHEET = """
# a comment
conflict: tessarin
subject: conflict
manner: agency
outlet: Norrel
published: 2031-03-04
note: the share is of the bridge
! title 1
! dateline 2:TESSAMUND (Norrel) -
@out outlet | Norrel | 6:Norrel
@front party | Ondarek Front | 2:The Ondarek Front | 2:its | 4:His group
@units unit | Ondarek Front fighters | side=front | 2:its fighters
@hesk person | Jorim Hesk | side=front | 3:Front spokesman Jorim Hesk
@gov state | Government of Belquora
@tal person | General Tal | side=gov | 5:Gen. Tal
@bridge place | Vantorr Bridge | 2:Vantorr Bridge | 3:The bridge | 4,5:it
%1 indirect front | via=out | said=2031-03-04 | src 2:The Ondarek Front | cue 2:said | con 2:its fighters .. a dozen
%2 direct hesk | src 3:Front spokesman Jorim Hesk | cue 3:said | con 3:The bridge | con 3:is ours | con 4
%3 indirect tal | in=%2 | src 5:Gen. Tal | cue 5:had promised | con 5:to hold it
$ takeover %1 | ev 2:The Ondarek Front .. Bridge | actor=units ~its fighters | place=bridge ~Vantorr Bridge \
| when=2031-03-04 ~on Tuesday
$ casualties %1 | ev 2:killing a dozen | actor=front | target="soldiers" | qty v=12 unit=killed of=soldiers ~a dozen \
| ver=unverified by=out ~6:Norrel could not check the figure
$ control %2 | ev 3..4 | actor=front ~His group | place=bridge ~4:it | qty v=0.5 unit=share of=the bridge ~half | for=front
$ control %3 | ev 5 | actor=gov+tal | place=bridge ~it | mod=intended ~promised | neg | ep=true-uncertain | said=2031-03-03
""".replace("\\\n", "")
KEY = "written/tessarin/01-norrel"


def labelled(sheet: str = SHEET, text: str = TEXT, key: str = KEY) -> Document:
    """Return the document of a sheet."""
    return read_sheet(sheet, text, key)


def corpus_folder(root: Path, *documents: Document, text: str = TEXT, split: str = "train") -> Path:
    """Write a corpus of the documents, all with the same text, and return its folder."""
    for document in documents or (labelled(),):
        path = root / f"{document.id}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(to_json(document), encoding="utf-8")
        path.with_suffix(".txt").write_text(text, encoding="utf-8")
    about = f'title = "Tessarin"\nkind = "siege"\nworld = "invented"\nsplit = "{split}"\n'
    (root / "conflicts.toml").write_text(f"[tessarin]\n{about}", encoding="utf-8")
    return root
