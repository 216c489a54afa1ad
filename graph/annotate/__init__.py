"""Article → Annotations: the model, then rules where rules are right.

words  →  reading  →  mentions, sayings  →  coreference  →  chains  →  entities
                   →  relations, events;  quantities and times from the text alone
"""

from __future__ import annotations

from dataclasses import replace

from graph.annotate.blocks import LONGEST, in_blocks
from graph.annotate.chains import Chains, Composed
from graph.annotate.coref import Coreference
from graph.annotate.finding import find_mentions
from graph.annotate.frames import Frames, frames_with, load_frames, shipped_frames
from graph.annotate.grounding import Readings
from graph.annotate.language import check_english
from graph.annotate.meaning import meaning
from graph.annotate.model import Model
from graph.annotate.people import People
from graph.annotate.quantities import find_quantities
from graph.annotate.relations import find_relations
from graph.annotate.relays import Relays, Step
from graph.annotate.sayings import Sayings
from graph.annotate.source_edges import WHOLE
from graph.annotate.stance import stance
from graph.annotate.syntax import Syntax
from graph.annotate.ties import ties_of
from graph.annotate.times import find_times
from graph.annotate.words import split_words
from graph.types import (
    Annotations,
    Article,
    Attribution,
    Entity,
    Link,
    Mention,
    Quantity,
    Run,
)

__all__ = ["Frames", "Model", "annotate", "frames_with", "load_frames"]


_RELATIVE = frozenset(("", "who", "which", "that", *(f"{word} of whom" for word in WHOLE)))
"""What a source may be told by, and is not called."""


def annotate(article: Article, model: Model, frames: Frames | None = None) -> Annotations:
    """Read an article. A text without a letter has a publisher and nothing else.

    frames: of the relations and events to look for; None: those that are shipped.

    A text of more than `LONGEST` characters is read in blocks of paragraphs, with no chain across
    them. Raises InputError if it is not in English.
    """
    check_english(article.text, where=article.id)
    if len(article.text) > LONGEST:
        return in_blocks(article, lambda block: _read(block, model, frames))
    return _read(article, model, frames)


def _read(article: Article, model: Model, frames: Frames | None) -> Annotations:
    if not any(c.isalpha() for c in article.text):
        return Annotations(article, _run(model, frames), (Entity("outlet", article.publisher),))
    words = split_words(article.text)
    syntax = Syntax(model.read(words))
    sayings = Sayings(syntax, find_mentions(syntax))
    said = sayings.find()
    mentions = sayings.mentions
    voices = sayings.voices(said)
    coreference = Coreference(model, syntax, mentions, article.publisher, voices)
    composed = Chains(Relays(syntax, coreference, said, mentions)).compose()
    people = People(syntax, coreference, mentions, article.publisher)
    kept = _kept(composed, coreference.publisher)
    attributions = tuple(_attribution(article.text, c, people) for c in kept)
    times = tuple(find_times(article.text, article.published))
    quantities = tuple(_counted(q, people) for q in find_quantities(article.text))
    readings = Readings(
        syntax, people.at, people.kind, attributions, times, quantities, people.mentions, people.who
    )
    relations, events = find_relations(readings, frames or shipped_frames(), ties_of(model))
    return Annotations(
        article,
        _run(model, frames),
        people.entities(),
        people.found(),
        attributions,
        tuple(relations),
        tuple(events),
        quantities,
        times,
        tuple(_meaning(syntax, a, model) for a in attributions),
    )


def _run(model: Model, frames: Frames | None) -> Run:
    return replace(model.run, relations=frames.own) if frames else model.run


def _meaning(syntax: Syntax, attribution: Attribution, model: Model) -> bytes:
    """What the content of an attribution means, as far as a vector can tell."""
    inside = [i for span in attribution.content for i in range(*syntax.words.within(span))]
    return meaning(syntax.reading.vectors[inside], model.table("meaning"))


def _counted(quantity: Quantity, people: People) -> Quantity:
    """A quantity with the entity that it counts, if the counted noun names one."""
    first, end = people.syntax.words.within(quantity.span)
    heads = {people.syntax.heads[i] for i in range(first, end)
             if people.syntax.deprels[i] in ("nummod", "det", "amod")}  # fmt: skip
    for word in sorted(heads - set(range(first, end))):
        entity = people.at(word)
        if entity is not None:
            return replace(quantity, counted=entity)
    return quantity


def _kept(composed: list[Composed], publisher: int) -> list[Composed]:
    """Each chain to a content once, and none to the publisher ("this newspaper has learned")."""
    new: dict[int, int] = {}
    firsts: dict[tuple[object, ...], int] = {}
    for k, c in enumerate(composed):
        if c.steps[-1].cluster != publisher:
            told = (tuple(s.cluster for s in c.steps), c.saying.contents)
            new[k] = firsts.setdefault(told, len(firsts))
    kept = {number: composed[k] for k, number in reversed(new.items())}
    return [
        replace(c, within=None if c.within is None else new.get(c.within))
        for _, c in sorted(kept.items())
    ]


def _attribution(text: str, composed: Composed, people: People) -> Attribution:
    saying = composed.saying
    cue = people.syntax.words.span(saying.cue.first, saying.cue.last)
    called = saying.source_span.of(text) if saying.source_span is not None else ""
    if saying.source is not None and called.lower() not in _RELATIVE:
        people.call(people.coreference.cluster[saying.source], called)
    links = [Link(0, "publisher"), *(_link(step, people) for step in composed.steps)]
    how = stance(text, cue=cue, content=saying.contents, source=saying.source_span)
    return Attribution(
        source=_source(composed, links[-1].entity, people),
        cue=cue,
        content=saying.contents,
        chain=tuple(links),
        manner=how.manner,
        polarity=how.polarity,
        certainty=how.certainty,
        hedge=how.hedge,
        cue_class=how.cue_class,
        channel=how.channel,
        told_to=None if composed.told_to is None else people.number(composed.told_to),
        within=composed.within,
        score=round(saying.score, 4),
    )


def _link(step: Step, people: People) -> Link:
    return Link(people.number(step.cluster), step.reason, step.evidence)


def _source(composed: Composed, entity: int, people: People) -> Mention | None:
    saying = composed.saying
    if saying.source is None or saying.source_span is None:
        return None
    mention = people.mentions[saying.source]
    return Mention(
        saying.source_span, people.kind(entity), mention.form, entity, round(mention.score, 4)
    )
