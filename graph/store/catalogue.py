"""The catalogue beside the quads: digests of articles, and indexes to find what is like a new one.

catalogue.sqlite   can be made again from the articles' texts; holds no statement of its own

Looking up what shares a key costs the same in a store of a hundred articles and of ten thousand;
vectors are compared with those of claims published within a window of days.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from datetime import date
from pathlib import Path

import msgspec

from graph.corpus import Assignment, ClaimDigest, Copy, Digest, Match
from graph.errors import StoreError
from graph.store.catalogue_file import FILE, open_catalogue
from graph.store.vectors import WIDTH, Vectors
from graph.types import Annotations

_Key = tuple[str, str]
MOST_DECODED = 200
"""Digests held in memory, about 60 kB each."""


class Catalogue:
    """Digests and indexes of one store."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """Open or make it. Raises StoreError if it cannot be opened."""
        self.path = folder / FILE
        self._db = open_catalogue(self.path, read_only=read_only)
        self._digest = msgspec.msgpack.Decoder(Digest)
        self._read = msgspec.msgpack.Decoder(Annotations)
        self._decoded: dict[str, Digest] = {}
        self._vectors = Vectors(self._vectors_of)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """All that happens inside, or nothing."""
        try:
            with self._db:
                yield
        except BaseException:
            self._decoded.clear()
            self._vectors.clear()
            raise

    def __contains__(self, article: str) -> bool:
        return bool(self._db.execute("SELECT 1 FROM articles WHERE iri = ?", (article,)).fetchone())

    def articles(self) -> frozenset[str]:
        """IRIs of the articles in it."""
        return frozenset(row[0] for row in self._db.execute("SELECT iri FROM articles"))

    def put(self, digest: Digest, read: Annotations, *, sample: Iterable[int]) -> None:
        """Keep a digest in place of an earlier one.

        sample: of its shingles, those by which it is to be found.
        """
        self.remove(digest.article)
        run = self._db.execute
        number = run(
            "INSERT INTO articles (iri, digest, read) VALUES (?, ?, ?)",
            (digest.article, msgspec.msgpack.encode(digest),
             zlib.compress(msgspec.msgpack.encode(read), 6)),
        ).lastrowid  # fmt: skip
        several = self._db.executemany
        several("INSERT OR IGNORE INTO shingles VALUES (?, ?)", ((one, number) for one in sample))
        vectors = b"".join(c.vector or bytes(WIDTH) for c in digest.claims)
        if any(vectors):
            day = _ordinal(digest.published)
            run("INSERT INTO vectors VALUES (?, ?, ?)", (number, day, vectors))
            self._vectors.forget(day)
        ties = ((tie.key, c.article, c.name) for c in digest.claims for tie in c.ties)
        several("INSERT OR IGNORE INTO ties VALUES (?, ?, ?)", ties)
        several(
            "INSERT INTO claims VALUES (?, ?, NULL)", ((c.article, c.name) for c in digest.claims)
        )
        self._hold(digest)

    def remove(self, article: str) -> None:
        """Forget an article and all that names it."""
        self._decoded.pop(article, None)
        row = self._db.execute("SELECT id FROM articles WHERE iri = ?", (article,)).fetchone()
        if row is None:
            return
        for (day,) in self._db.execute("SELECT day FROM vectors WHERE article = ?", row):
            self._vectors.forget(day)
        for table in ("shingles WHERE article", "vectors WHERE article", "articles WHERE id"):
            self._db.execute(f"DELETE FROM {table} = ?", row)
        for table in (
            "ties WHERE article", "claims WHERE article", "matches WHERE la", "matches WHERE ra",
            "copies WHERE original", "copies WHERE copy",
        ):  # fmt: skip
            self._db.execute(f"DELETE FROM {table} = ?", (article,))
        self._part(article)

    def _part(self, article: str) -> None:
        """Forget whom an article names, and the profiles that nobody bears any more."""
        borne = {
            row[0]
            for row in self._db.execute("SELECT profile FROM bearers WHERE article = ?", (article,))
        }
        self._db.execute("DELETE FROM bearers WHERE article = ?", (article,))
        for profile in borne:
            found = self._db.execute("SELECT 1 FROM bearers WHERE profile = ? LIMIT 1", (profile,))
            if found.fetchone() is None:
                self._db.execute("DELETE FROM profiles WHERE id = ?", (profile,))
                self._db.execute("DELETE FROM blocks WHERE profile = ?", (profile,))

    def digest(self, article: str) -> Digest:
        """The digest of an article. Raises StoreError if it has none."""
        if article not in self._decoded:
            row = self._db.execute(
                "SELECT digest FROM articles WHERE iri = ?", (article,)
            ).fetchone()
            if row is None:
                raise StoreError(f"{self.path}: expected the digest of {article}, found none.")
            self._hold(self._digest.decode(row[0]))
        return self._decoded[article]

    def _hold(self, digest: Digest) -> None:
        """Keep a digest at hand, in place of the one that was longest there."""
        self._decoded[digest.article] = digest
        if len(self._decoded) > MOST_DECODED:
            self._decoded.pop(next(iter(self._decoded)))

    def annotations(self, article: str) -> Annotations:
        """What was read in an article."""
        row = self._db.execute("SELECT read FROM articles WHERE iri = ?", (article,)).fetchone()
        return self._read.decode(zlib.decompress(row[0]))

    # Entities --------------------------------------------------------------------------------

    def bear(self, article: str, item: int, packed: bytes, blocks: Iterable[str]) -> None:
        """Keep that an entity of an article has a profile, to be found by these blocks."""
        row = self._db.execute("SELECT id FROM profiles WHERE packed = ?", (packed,)).fetchone()
        if row is None:
            made = self._db.execute("INSERT INTO profiles (packed) VALUES (?)", (packed,))
            row = (made.lastrowid,)
            self._db.executemany(
                "INSERT OR IGNORE INTO blocks VALUES (?, ?)", ((block, *row) for block in blocks)
            )
        self._db.execute("INSERT OR IGNORE INTO bearers VALUES (?, ?, ?)", (*row, article, item))

    def borne(self, article: str) -> list[bytes]:
        """The profiles that an article's entities have."""
        rows = self._db.execute(
            "SELECT DISTINCT packed FROM profiles, bearers WHERE profile = id AND article = ? "
            "ORDER BY packed", (article,)
        )  # fmt: skip
        return [row[0] for row in rows]

    def profiles(self, packed: Iterable[bytes]) -> list[tuple[bytes, int, str]]:
        """Of each profile that is borne the articles that have it, and the smallest of them."""
        counted = """
          SELECT packed, COUNT(DISTINCT article), MIN(article) FROM profiles, bearers
          WHERE profile = id AND packed = ? GROUP BY id"""
        found = (self._db.execute(counted, (one,)).fetchone() for one in packed)
        return [row for row in found if row is not None]

    def profiles_with(self, blocks: Iterable[str]) -> list[tuple[bytes, int, str]]:
        """`profiles`, of those that have any of these blocks."""
        found = {
            row[0]
            for block in blocks
            for row in self._db.execute(
                "SELECT packed FROM profiles, blocks WHERE profile = id AND block = ?", (block,)
            )
        }
        return self.profiles(sorted(found))

    def decide(
        self, found: Iterable[tuple[bytes, str, str, str, float]]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Keep IRI, name, reason and score of profiles.

        Returns the articles in which somebody's IRI or name changed, and those in which anything
        did.
        """
        renamed: set[str] = set()
        changed: set[str] = set()
        for packed, *decision in found:
            number, *before = self._db.execute(
                "SELECT id, iri, name, reason, score FROM profiles WHERE packed = ?", (packed,)
            ).fetchone()
            if before != decision:
                self._db.execute(
                    "UPDATE profiles SET iri = ?, name = ?, reason = ?, score = ? WHERE id = ?",
                    (*decision, number),
                )
                rows = self._db.execute("SELECT article FROM bearers WHERE profile = ?", (number,))
                articles = {row[0] for row in rows}
                changed |= articles
                renamed |= articles if before[:2] != decision[:2] else set()
        return frozenset(renamed), frozenset(changed)

    def assigned(self, article: str) -> dict[int, Assignment]:
        """What each entity of an article is taken for."""
        rows = self._db.execute(
            "SELECT article, item, iri, name, reason, score FROM bearers, profiles "
            "WHERE profile = id AND article = ?", (article,)
        )  # fmt: skip
        return {row[1]: Assignment(*row) for row in rows}

    def assigned_to(self, iri: str) -> list[bytes]:
        """The profiles that are taken for this entity."""
        rows = self._db.execute("SELECT packed FROM profiles WHERE iri = ? ORDER BY packed", (iri,))
        return [row[0] for row in rows]

    def bearers(self, iri: str) -> list[str]:
        """The articles in which somebody is taken for this entity."""
        rows = self._db.execute(
            "SELECT DISTINCT article FROM profiles, bearers WHERE profile = id AND iri = ? "
            "ORDER BY article", (iri,)
        )  # fmt: skip
        return [row[0] for row in rows]

    # Copies ----------------------------------------------------------------------------------

    def sharing(self, sample: Iterable[int]) -> list[str]:
        """The articles that have any of these shingles, sorted."""
        found = {
            row[0]
            for one in sample
            for row in self._db.execute("SELECT article FROM shingles WHERE shingle = ?", (one,))
        }
        iris = (
            self._db.execute("SELECT iri FROM articles WHERE id = ?", (number,)).fetchone()
            for number in found
        )
        return sorted(row[0] for row in iris)

    def put_copies(self, found: Iterable[Copy]) -> None:
        """Keep copies."""
        self._db.executemany(
            "INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?, ?, ?)", map(astuple, found)
        )

    def copies(self, articles: Iterable[str] | None = None) -> list[Copy]:
        """All copies, or those among and of these articles."""
        if articles is None:
            rows = set(self._db.execute("SELECT * FROM copies"))
        else:
            rows = {
                row
                for a in articles
                for row in self._db.execute(
                    "SELECT * FROM copies WHERE original = ? OR copy = ?", (a, a)
                )
            }
        return [Copy(*row) for row in sorted(rows)]

    # Claims ----------------------------------------------------------------------------------

    def claim(self, key: _Key) -> ClaimDigest:
        """The claim of an article by its name there."""
        return next(c for c in self.digest(key[0]).claims if c.name == key[1])

    def near(self, digest: Digest, *, window: int, closeness: float) -> set[tuple[_Key, _Key]]:
        """Pairs of a claim of the digest and another of a vector at least so close to it.

        window: days between publications; where a date is missing, any.
        """
        mine = [c for c in digest.claims if c.vector]
        days = self._days(digest.published, window) if mine else []
        found: set[tuple[_Key, _Key]] = set()
        for i, iri, nth in self._vectors.close([c.vector for c in mine], days, closeness):
            own, other = mine[i], self.digest(iri).claims[nth]
            if (own.article, own.name) != (other.article, other.name):
                found.add(((own.article, own.name), (other.article, other.name)))
        return found

    def _days(self, published: date | None, window: int) -> list[int | None]:
        """The days within so many of this one that have articles, and none for those undated."""
        day = _ordinal(published)
        if day is None:
            rows = self._db.execute("SELECT DISTINCT day FROM vectors WHERE day NOT NULL")
        else:
            rows = self._db.execute(
                "SELECT DISTINCT day FROM vectors WHERE day BETWEEN ? AND ?",
                (day - window, day + window),
            )
        return [None, *(row[0] for row in rows)]

    def _vectors_of(self, day: int | None) -> sqlite3.Cursor:
        """IRI and vectors of the articles published on a day."""
        return self._db.execute(
            "SELECT iri, vectors FROM vectors, articles WHERE id = article AND day IS ?", (day,)
        )

    def claims_on(self, ties: Iterable[str]) -> set[_Key]:
        """The claims that have a tie of any of these keys."""
        return {
            (row[0], row[1])
            for tie in ties
            for row in self._db.execute("SELECT article, name FROM ties WHERE tie = ?", (tie,))
        }

    def put_matches(self, found: Iterable[Match]) -> None:
        """Keep matches."""
        self._db.executemany(
            "INSERT OR REPLACE INTO matches VALUES (?, ?, ?, ?, ?, ?)",
            ((*m.left, *m.right, m.score, "; ".join(m.reasons)) for m in found),
        )

    def matches_of(self, key: _Key) -> list[Match]:
        """The matches of a claim."""
        rows = self._db.execute(
            "SELECT * FROM matches WHERE la = ? AND ln = ? UNION ALL "
            "SELECT * FROM matches WHERE ra = ? AND rn = ?", key * 2
        )  # fmt: skip
        return [Match((la, ln), (ra, rn), score, (why,)) for la, ln, ra, rn, score, why in rows]

    def cluster_of(self, keys: Iterable[_Key]) -> dict[_Key, str]:
        """The cluster that each claim was last in."""
        found = {}
        for key in keys:
            row = self._db.execute(
                "SELECT cluster FROM claims WHERE article = ? AND name = ?", key
            ).fetchone()
            if row and row[0]:
                found[key] = row[0]
        return found

    def put_clusters(self, of: Iterable[tuple[_Key, str]]) -> None:
        """Keep which cluster each claim is in."""
        self._db.executemany(
            "UPDATE claims SET cluster = ? WHERE article = ? AND name = ?",
            ((cluster, *key) for key, cluster in of),
        )

    def clusters(self) -> dict[str, list[_Key]]:
        """All clusters, by id, and the claims in each."""
        found: dict[str, list[_Key]] = {}
        for cluster, article, name in self._db.execute(
            "SELECT cluster, article, name FROM claims WHERE cluster NOT NULL ORDER BY 1, 2, 3"
        ):
            found.setdefault(cluster, []).append((article, name))
        return found


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None
