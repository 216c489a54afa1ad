"""Which entities of many articles are one."""

from __future__ import annotations

from dataclasses import replace

from graph.resolve import resolve
from graph.terms import BASE
from graph.types import Annotations, Entity, Identity


def identities(read: Annotations, *entities: Entity) -> list[Identity]:
    changed = replace(read, entities=entities)
    return list(resolve([changed]).identities[read.article.iri])


def iris(read: Annotations, *entities: Entity) -> list[str]:
    return [identity.iri.removeprefix(f"{BASE}id/") for identity in identities(read, *entities)]


def test_every_name_of_a_listed_outlet_is_one_outlet(herald: Annotations) -> None:
    names = ("The Wall Street Journal", "WSJ", "the Wall Street Journal")
    found = identities(herald, *(Entity("outlet", name) for name in names))

    assert len({identity.iri for identity in found}) == 1
    assert {identity.reason for identity in found} == {"in the list of outlets"}


def test_an_outlet_that_is_not_listed_goes_by_its_name(herald: Annotations) -> None:
    assert iris(herald, Entity("outlet", "the Example Herald")) == ["outlet/example-herald"]


def test_a_full_name_is_one_person_in_every_article(
    herald: Annotations, tribune: Annotations
) -> None:
    quill = Entity("person", "Ada Quill")

    assert iris(herald, quill) == iris(tribune, quill) == ["person/ada-quill"]


def test_a_surname_alone_is_never_merged_across_articles(
    herald: Annotations, tribune: Annotations
) -> None:
    quill = Entity("person", "Quill")

    assert iris(herald, quill) != iris(tribune, quill)


def test_an_unnamed_source_belongs_to_its_article(
    herald: Annotations, tribune: Annotations
) -> None:
    officer = Entity("person", "an officer", unnamed=True)

    assert iris(herald, officer) != iris(tribune, officer)


def test_two_unnamed_sources_described_alike_stay_two(herald: Annotations) -> None:
    officer = Entity("person", "an officer", unnamed=True)
    first, second = iris(herald, officer, officer)

    assert first != second


def test_a_leading_determiner_is_no_part_of_an_organisations_name(herald: Annotations) -> None:
    assert iris(herald, Entity("organisation", "the Harbour Ministry")) == [
        "organisation/harbour-ministry"
    ]


def test_a_place_is_known_by_its_name(herald: Annotations, tribune: Annotations) -> None:
    place = Entity("place", "The Hague")

    assert iris(herald, place) == iris(tribune, place) == ["place/the-hague"]


def test_an_entity_without_a_name_still_has_one_to_show(herald: Annotations) -> None:
    publisher, unknown = identities(herald, Entity("outlet", ""), Entity("unknown", ""))

    assert (publisher.name, unknown.name) == ("unknown outlet", "unknown source")
    assert publisher.iri != unknown.iri
