"""The file of the catalogue: its tables, and how it is opened.

catalogue.sqlite, of this format or none  →  an open connection
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from graph.errors import StoreError

FILE = "catalogue.sqlite"
FORMAT = 4
CACHE = 16_000
"""Kilobytes of pages in memory, for whoever writes."""
_SCHEMA = """
CREATE TABLE articles (id INTEGER PRIMARY KEY, iri TEXT UNIQUE, digest BLOB, read BLOB);
CREATE TABLE shingles (shingle INTEGER, article INTEGER, PRIMARY KEY (shingle, article))
  WITHOUT ROWID;
CREATE INDEX shingles_article ON shingles (article);
CREATE TABLE vectors (article INTEGER PRIMARY KEY, day INTEGER, vectors BLOB);
CREATE INDEX vectors_day ON vectors (day);
CREATE TABLE ties (tie TEXT, article TEXT, name TEXT, PRIMARY KEY (tie, article, name))
  WITHOUT ROWID;
CREATE INDEX ties_article ON ties (article);
CREATE TABLE claims (article TEXT, name TEXT, cluster TEXT, PRIMARY KEY (article, name))
  WITHOUT ROWID;
CREATE INDEX claims_cluster ON claims (cluster);
CREATE TABLE matches (la TEXT, ln TEXT, ra TEXT, rn TEXT, score REAL, reasons TEXT,
  PRIMARY KEY (la, ln, ra, rn)) WITHOUT ROWID;
CREATE INDEX matches_right ON matches (ra, rn);
CREATE TABLE profiles (id INTEGER PRIMARY KEY, packed BLOB UNIQUE, iri TEXT, name TEXT, reason TEXT,
  score REAL);
CREATE INDEX profiles_iri ON profiles (iri);
CREATE TABLE blocks (block TEXT, profile INTEGER, PRIMARY KEY (block, profile)) WITHOUT ROWID;
CREATE INDEX blocks_profile ON blocks (profile);
CREATE TABLE bearers (profile INTEGER, article TEXT, item INTEGER,
  PRIMARY KEY (profile, article, item)) WITHOUT ROWID;
CREATE INDEX bearers_article ON bearers (article);
CREATE TABLE copies (original TEXT, copy TEXT, jaccard REAL, containment REAL, kind TEXT,
  reason TEXT, PRIMARY KEY (original, copy)) WITHOUT ROWID;
CREATE INDEX copies_copy ON copies (copy);
"""


def open_catalogue(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open or make it. Raises StoreError if it cannot be opened.

    One of another format is made anew; to read, it counts as empty.
    """
    try:
        return _connected(path, read_only=read_only)
    except sqlite3.Error as error:
        raise StoreError(
            f"{path}: expected the store's catalogue, found: {error}. "
            "Delete the file; the next 'saidby add' makes it again from the articles."
        ) from error


def _connected(path: Path, *, read_only: bool) -> sqlite3.Connection:
    if path.exists() and _format(path) != FORMAT:
        if not read_only:
            for part in path.parent.glob(f"{path.name}*"):  # the log and its index too
                part.unlink()
    elif read_only and path.exists():
        return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    db = sqlite3.connect(":memory:" if read_only else path)
    db.execute("PRAGMA page_size = 16384")  # of a new file: vectors of an article in one page
    if db.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
        db.executescript(f"{_SCHEMA} PRAGMA user_version = {FORMAT};")
    if not read_only:  # what a crash loses here is made again from the articles
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(f"PRAGMA cache_size = -{CACHE}")
    return db


def _format(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
