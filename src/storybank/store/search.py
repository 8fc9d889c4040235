"""Full-text search with FTS5, forgiving typos with rapidfuzz."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, text

from storybank.store.schema import RANK
from storybank.text.words import content_words, words

_PREFIX_LENGTH = 3
"""From this length on a word also finds the words that start with it."""
_LONG_WORD = 8
"""From this length on a word may have two wrong letters, below it one."""
_SUGGESTIONS = 4


@dataclass(frozen=True, slots=True)
class RawHit:
    """A row of the full-text table."""

    key: int
    score: float
    """BM25, larger is better."""
    snippet: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query in the language of FTS5, and the words that were put right for it."""

    expression: str
    corrected: dict[str, tuple[str, ...]]


def phrase(word: str) -> str:
    """`word` as a quoted FTS5 string, in which no character is an operator."""
    return '"' + word.replace('"', '""') + '"'


def any_word_query(query: str) -> str:
    """An FTS5 query that finds every text with at least one content word of `query`; '' where it has no word."""
    return " OR ".join(phrase(word) for word in dict.fromkeys(content_words(query)))


def forgiving_query(session: Session, query: str) -> Query:
    """An FTS5 query that asks for all words, or words that start like them, or those a typo may have meant."""
    clauses: list[str] = []
    corrected: dict[str, tuple[str, ...]] = {}
    for word in dict.fromkeys(content_words(query)):
        alternatives = [phrase(word)]
        if len(word) >= _PREFIX_LENGTH:
            alternatives.append(f"{phrase(word)}*")
        if not run(session, " OR ".join(alternatives), 1):
            meant = _meant(session, word)
            if meant:
                corrected[word] = meant
                alternatives = [phrase(other) for other in meant]
        clauses.append(f"({' OR '.join(alternatives)})")
    return Query(" AND ".join(clauses), corrected)


def _meant(session: Session, word: str) -> tuple[str, ...]:
    """The words of the bank nearest to a misspelt one: one wrong letter apart, two in long words."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    parts = words(word)
    if len(word) < _PREFIX_LENGTH or not parts:
        return ()
    limit = 2 if len(word) >= _LONG_WORD else 1
    vocabulary = session.connection().exec_driver_sql(
        "SELECT term FROM story_vocabulary WHERE length(term) BETWEEN ? AND ?", (len(word) - limit, len(word) + limit)
    )
    found = process.extract(
        word, [row[0] for row in vocabulary], scorer=OSA.distance, score_cutoff=limit, limit=_SUGGESTIONS
    )
    nearest = min((distance for _, distance, _ in found), default=0)
    return tuple(term for term, distance, _ in found if distance == nearest)


def run(session: Session, expression: str, limit: int) -> list[RawHit]:
    """The best rows for an FTS5 expression, best first; ties in the order of the rows."""
    if not expression:
        return []
    rows = session.connection().execute(
        text(
            f"SELECT rowid, -{RANK} AS score, snippet(story_fts, -1, '', '', ' ... ', 12) "
            "FROM story_fts WHERE story_fts MATCH :query ORDER BY score DESC, rowid LIMIT :limit"
        ),
        {"query": expression, "limit": limit},
    )
    return [RawHit(int(key), float(score), " ".join(snippet.split())) for key, score, snippet in rows]


def scores(session: Session, expression: str, limit: int) -> dict[str, float]:
    """Story id -> BM25 (larger is better) of the best rows for an FTS5 expression."""
    if not expression:
        return {}
    rows = session.connection().execute(
        text(
            f"SELECT story.id, -{RANK} AS score FROM story_fts JOIN story ON story.key = story_fts.rowid "
            "WHERE story_fts MATCH :query ORDER BY score DESC, story_fts.rowid LIMIT :limit"
        ),
        {"query": expression, "limit": limit},
    )
    return {str(story): float(score) for story, score in rows}
