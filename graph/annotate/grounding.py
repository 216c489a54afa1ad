"""What a relation or an event is grounded in: who is where, who says it, when, how many.

Readings: a text as read so far  →  the attribution, time, quantity and evidence of some words
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.annotate.mentions import Found
from graph.annotate.modality import Modality
from graph.annotate.syntax import Syntax
from graph.types import Attribution, Certainty, Kind, Polarity, Quantity, Span, TimeSpan


@dataclass(frozen=True, slots=True)
class Readings:
    """What relations and events are grounded in."""

    syntax: Syntax
    entity_at: Callable[[int], int | None]
    """Head word of a noun phrase → number of its entity; None if it names nobody."""
    kind_of: Callable[[int], Kind]
    """Number of an entity → its kind."""
    attributions: Sequence[Attribution] = ()
    times: Sequence[TimeSpan] = ()
    quantities: Sequence[Quantity] = ()
    mentions: Sequence[Found] = ()
    who: Callable[[int], int | None] = lambda _: None
    """Index of a mention → which of those the text speaks of; None if that is not known."""

    def polarity(self, modality: Modality, attribution: int | None) -> Polarity:
        """Negative if negated, or denied by nobody we know of.

        Under an attribution that denies, the words of the relation stand as they are.
        """
        denied = modality.denied
        if denied and attribution is not None:
            denied = self.attributions[attribution].polarity == "positive"
        return "negative" if modality.negated or denied else "positive"

    def certainty(self, modality: Modality, attribution: int | None) -> Certainty:
        """As the clause puts it; possible at most where blame is laid by nobody we know of."""
        alone = modality.alleged and attribution is None
        return "possible" if alone and modality.certainty == "certain" else modality.certainty

    def attribution(self, trigger: Span) -> int | None:
        """The innermost attribution whose content holds the trigger; one that affirms first."""
        fits = [
            (
                sum(c.end - c.start for c in attribution.content),
                attribution.polarity != "positive",
                index,
            )
            for index, attribution in enumerate(self.attributions)
            if any(c.holds(trigger) for c in attribution.content)
        ]
        return min(fits)[-1] if fits else None

    def told_with(self, place: int, trigger: int) -> bool:
        """False of a place outside what somebody says of an event: where they said it."""
        words = self.syntax.words
        said = self.attribution(words.span(trigger, trigger))
        at = words.span(place, place)
        return said is None or any(c.holds(at) for c in self.attributions[said].content)

    def sentence(self, word: int) -> Span:
        """The sentence of a word."""
        first, end = self.syntax.words.sentence_at(word)
        return self.syntax.words.span(first, end - 1)

    def evidence(self, places: Sequence[int], arguments: Sequence[int]) -> Span:
        """From the first to the last word of places and arguments, in the sentence of the first."""
        sentence = self.syntax.words.sentence_of(places[0])
        words = list(places)
        for word in arguments:
            if self.syntax.words.sentence_of(word) == sentence:
                words += self.syntax.phrase(word)
        return self.syntax.words.span(min(words), max(words))

    def quantity(self, subject: int) -> int | None:
        """The quantity that stands in the noun phrase of the subject."""
        phrase = self.syntax.words.span(*self.syntax.phrase(subject))
        for index, quantity in enumerate(self.quantities):
            if phrase.meets(quantity.span):
                return index
        return None

    def time(self, trigger: int) -> int | None:
        """The time whose nearest verb is the trigger's; a dateline tells when it was written."""
        sentence = self.sentence(trigger)
        own = self._verb_above(trigger)
        for index, time in enumerate(self.times):
            if sentence.holds(time.span):
                first, end = self.syntax.words.within(time.span)
                dash = self.syntax.dateline(first)
                if dash is not None and end <= dash:
                    continue
                if self._verb_above(self.syntax.head(first, end - 1)) in (own, trigger):
                    return index
        return None

    def _verb_above(self, word: int) -> int:
        while self.syntax.upos[word] != "VERB" and self.syntax.heads[word] != word:
            word = self.syntax.heads[word]
        return word
