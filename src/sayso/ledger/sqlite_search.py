"""Full-text search in a ledger kept in SQLite."""

from __future__ import annotations

import json
import re
import unicodedata

from sqlalchemy import Connection, text

from sayso.ledger.interface import Hit

MOST_WORDS = 1000
"""Of a longer query the first so many different words count (one word costs about 30 µs)."""

STATEMENT_HITS = text("""
SELECT s.id AS id, a.name AS article, snippet(statement_words, 0, '[', ']', ' … ', 24) AS excerpt
FROM statement_words JOIN statements s ON s.seq = statement_words.rowid
JOIN articles a ON a.id = s.article_id
WHERE statement_words MATCH :words ORDER BY bm25(statement_words), s.id LIMIT :limit""")

ARTICLE_HITS = text("""
SELECT a.id AS id, a.name AS article, snippet(article_words, 1, '[', ']', ' … ', 24) AS excerpt
FROM article_words JOIN articles a ON a.seq = article_words.rowid
WHERE article_words MATCH :words ORDER BY bm25(article_words), a.id LIMIT :limit""")


def search(connection: Connection, words: str, limit: int) -> list[Hit]:
    """Return at most `limit` statements, then articles, that hold all the words, best first."""
    query = match_query(words)
    if not query or limit < 1:
        return []
    found = connection.execute(STATEMENT_HITS, {"words": query, "limit": limit}).all()
    hits = [Hit("statement", row.id, row.article, row.excerpt) for row in found]
    rest = connection.execute(ARTICLE_HITS, {"words": query, "limit": limit - len(hits)}).all()
    return hits + [Hit("article", row.id, row.article, row.excerpt) for row in rest]


def match_query(words: str) -> str:
    """Return user input as an FTS5 query of quoted strings, so that nothing in it is syntax.

    `Spin-Boldak` is one string of two words: both must stand side by side.  What holds no letter or
    digit is no word and is left out.
    """
    parts = words.replace('"', " ").replace("\0", " ").split()
    spoken = [part for part in parts if any(letter.isalnum() for letter in part)]
    # A surrogate half cannot be handed to SQLite and stands in no text: it parts words like any mark.
    clean = (part.encode("utf-8", "replace").decode("utf-8") for part in spoken)
    return " ".join(f'"{part}"' for part in list(dict.fromkeys(clean))[:MOST_WORDS])


RARE_WORDS = 8
"""So many of a text's rarest words are looked for; common ones would only cost time."""

MOST_MATCHES = 4_000
"""So many statements at most are ranked: after that a word is too common to tell anything."""

VOCABULARY = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.statement_vocabulary USING fts5vocab(main, statement_words, row)"
)
WORD_COUNTS = text(
    "SELECT term, doc FROM temp.statement_vocabulary WHERE term IN (SELECT value FROM json_each(:words))"
)

ALIKE = text("""
SELECT s.id AS id FROM statement_words JOIN statements s ON s.seq = statement_words.rowid
WHERE statement_words MATCH :words ORDER BY bm25(statement_words), s.id LIMIT :limit""")


def alike(connection: Connection, words: str, limit: int) -> list[str]:
    """Return the ids of statements that share rare words with the text, most and rarest first."""
    spoken = list(dict.fromkeys(_folded_words(words)))[:MOST_WORDS]
    connection.execute(VOCABULARY)
    found = connection.execute(WORD_COUNTS, {"words": json.dumps(spoken)}).all()
    rare: list[str] = []
    matches = 0
    for times, term in sorted((row.doc, row.term) for row in found)[:RARE_WORDS]:
        matches += times
        if not rare or matches <= MOST_MATCHES:
            rare.append(term)
    if not rare or limit < 1:
        return []
    query = " OR ".join(f'"{term}"' for term in rare)
    return list(connection.execute(ALIKE, {"words": query, "limit": limit}).scalars())


def _folded_words(words: str) -> list[str]:
    """Return the words as the full-text tables fold them: lower case, without accents, letters and digits."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare.encode("utf-8", "replace").decode("utf-8"))
