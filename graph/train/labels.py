"""The labels every head of the reader predicts, in the order of its scores.

The order is written into the manifest beside the weights, and the run time reads it from there.
"""

from __future__ import annotations

CUE = ("O", "B", "I")
ROLE = ("O", "B-source", "I-source", "B-content", "I-content", "B-relay", "I-relay")
"""Of a word as seen from one cue. A relay passes the content on between publisher and source."""
KINDS = ("person", "group", "organisation", "unit", "outlet", "place", "document")
NAME = ("O", *(f"{tag}-{kind}" for kind in KINDS for tag in "BI"))
NOMINAL = NAME
UPOS = tuple(
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
)
DEPREL = tuple(
    "root punct case nsubj det advmod amod obj obl conj cc compound nmod mark aux cop nmod:poss "
    "xcomp advcl flat parataxis acl:relcl ccomp appos acl aux:pass nummod nsubj:pass discourse "
    "obl:unmarked nmod:unmarked list expl iobj compound:prt fixed nmod:desc csubj obl:agent "
    "goeswith nsubj:outer det:predet vocative cc:preconj reparandum advcl:relcl orphan dep "
    "dislocated csubj:pass csubj:outer".split()
)
