"""Whether a clause puts something forward as so: negated, denied, conditional, to come, doubted.

clauses, trigger word  →  Modality

The tree is climbed from the trigger to where its clause is either asserted, reported or taken for
granted (a relative clause, "after …"). Whatever stands on the way and takes the assertion back,
takes it back for good: "planned to announce the dismissal" asserts no dismissal.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.annotate.bearers import BECOMES, SACKS
from graph.annotate.clauses import Clauses
from graph.annotate.irrealis import opens_fiction, unreal
from graph.annotate.unproven import not_borne
from graph.annotate.verdicts import DENY, FALSE
from graph.types import Certainty, Temporality

_NOT = frozenset("not n't never neither nor nowhere hardly scarcely barely rarely without".split())
_NOBODY = frozenset("no nobody none nothing neither".split())
_PAST = frozenset("former ex erstwhile onetime".split())
_STANDS = frozenset(
    "control lead represent own run command head hold support back include belong live work serve "
    "operate publish say have be fight".split()
)
"""Verbs in the present that tell what is so, of one who is spoken of."""
_AMID = frozenset("in during after following amid since before".split())
"""What ties an event that there was to what did not happen in it."""
_QUANTITY = frozenset("a an all every one many".split())
_ANYBODY = frozenset("anyone anybody whoever".split())
_COMPARED = [[w] for w in ("fewer", "less", "more", "later")]
"""What "no" goes with where it negates nothing: "no fewer than ten"."""
_FUTURE = frozenset("will would shall 'll 'd".split())
_POSSIBLE = frozenset("may might could can should must ought".split())
_CONDITIONS = frozenset("if unless whether lest until provided supposing".split())
_GIVEN = frozenset("after when as because since although though while once where before".split())
_PROBABLY = frozenset("probably likely apparently presumably evidently seemingly".split())
_POSSIBLY = frozenset("possibly perhaps maybe conceivably potentially".split())
_QUOTES = frozenset("\" “ ‘ '".split())
_SUPPOSES = frozenset("suggest claim say allege imply insinuate pretend believe imagine".split())
_AVERT = frozenset(
    "fail refuse decline avoid prevent stop avert neglect forget omit refrain foil thwart escape "
    "failure refusal cease halt rule".split()
)
_INTEND = frozenset(
    "want plan hope intend threaten promise vow pledge offer prepare seek try attempt agree decide "
    "order urge ask demand call request propose consider discuss mull expect fear aim swear need "
    "invite instruct warn wish appeal beg press vote oppose require forbid ban allow permit rumour "
    "threat risk possibility plan promise attempt effort demand order right hope bid proposal fear "
    "prospect pledge vow decision readiness willingness chance deadline idea intention".split()
)
_AGREED = frozenset("ceasefire truce armistice deal accord pact treaty".split())
"""What is there once it is agreed, unlike a withdrawal."""
_DOES_IT = frozenset(
    "begin start continue manage come help force compel oblige happen go proceed use tend lead "
    "claim admit remember regret take report confess".split()
)
"""Verbs whose infinitive is so if they are: "began to withdraw"."""
_ALLEGE = frozenset("accuse suspect charge blame allegation accusation suspicion charge".split())
_SEEMS = frozenset("appear seem believe think suspect fear likely".split())
_RACES = frozenset("vote race election ballot bid candidacy candidate contender nominee".split())
_POSTS = frozenset("job post position role vacancy".split())
_REPORTS = frozenset(
    "say tell report claim state add write announce confirm insist maintain accuse allege note "
    "believe think fear warn admit acknowledge argue estimate show find conclude suggest testify "
    "recall complain know learn hear".split()
)


@dataclass(frozen=True, slots=True)
class Modality:
    """How a clause is put."""

    negated: bool = False
    denied: bool = False
    """True under a word of denial: whose denial it is, the attribution tells."""
    alleged: bool = False
    """True under a word of blame: on whose word, the attribution tells."""
    temporality: Temporality = "non-future"
    certainty: Certainty = "certain"

    def doubted(self, certainty: Certainty) -> Modality:
        """The same, less sure; what is not certain already stays as it is."""
        return replace(self, certainty=certainty) if self.certainty == "certain" else self

    def to_come(self) -> Modality:
        """The same, in the future."""
        return replace(self, temporality="future")

    def turned(self) -> Modality:
        """The same, negated."""
        return replace(self, negated=True)


def modality(clauses: Clauses, trigger: int) -> Modality:
    """How the clause of a trigger is put; looked up once a word, since many triggers share it."""
    known = clauses.put.get(trigger)
    if known is None:
        known = clauses.put[trigger] = _modality(clauses, trigger)
    return known


def _modality(clauses: Clauses, trigger: int) -> Modality:
    found = Modality()
    if _is_supposed(clauses, trigger):
        found = found.doubted("underspecified")
    word, below = trigger, -1
    while True:
        found = _taken_back(clauses, word, _own_words(clauses, word, below, found))
        above, relation = clauses.syntax.heads[word], clauses.syntax.deprels[word]
        if above == word:
            return _asked(clauses, word, found)
        if _is_untrue(clauses, word):
            found = found.turned()
        if _is_given(clauses, word, relation):
            return _asked(clauses, word, found) if _is_question(clauses, word) else found
        found, goes_on = _governed(clauses, word, above, relation, found)
        if not goes_on:
            return found
        word, below = above, word


def _taken_back(clauses: Clauses, word: int, found: Modality) -> Modality:
    match unreal(clauses, word):
        case "false":
            return found if found.negated else found.turned()
        case "open":
            return found.doubted("underspecified")
        case "ahead":
            return found.to_come()
        case "":
            return found


def role_modality(clauses: Clauses, noun: int) -> Modality:
    """How a role is ascribed: "is not a lawyer for" takes it back, what its bearer does never.

    Whoever runs for a post has it not, nor who fails to get it.
    """
    syntax, above = clauses.syntax, clauses.syntax.heads[noun]
    past = _PAST & {clauses.syntax.lower[c] for c in clauses.syntax.children[noun] if c < noun}
    none = {"no"} & {clauses.syntax.lower[c] for c in clauses.children(noun, "det")}
    if none or _is_put_under(clauses, noun):
        return Modality().doubted("underspecified")
    if past or not_borne(clauses, noun) or opens_fiction(clauses.syntax, noun):
        return Modality().doubted("underspecified")
    if clauses.case(noun) == "as" and clauses.lemmas[above] in SACKS | {"resign", "quit"}:
        return Modality().doubted("underspecified")
    becomes = syntax.deprels[noun] == "xcomp" and clauses.lemmas[above] in BECOMES
    if becomes or clauses.children(noun, "cop"):
        return modality(clauses, noun)
    if syntax.deprels[noun] != "nmod" or syntax.upos[noun] != "NOUN":
        return Modality()
    case = clauses.case(noun)
    if clauses.lemmas[above] in _RACES and case in ("for", "as"):
        return Modality().doubted("underspecified")
    return (
        modality(clauses, above) if clauses.lemmas[above] in _POSTS and case == "of" else Modality()
    )


def _is_put_under(clauses: Clauses, noun: int) -> bool:
    """True of the command that somebody refused, or is to come, under."""
    above = clauses.syntax.heads[noun]
    under = clauses.case(noun) == "under" and clauses.syntax.upos[above] == "VERB"
    return under and modality(clauses, above) != Modality()


def _own_words(clauses: Clauses, word: int, below: int, found: Modality) -> Modality:
    """What the dependents of a word say, but for the one the climb came from.

    What follows a coordinated clause is not shared with it.
    """
    syntax = clauses.syntax
    shares = below >= 0 and syntax.deprels[below] == "conj"
    children = [c for c in syntax.children[word] if c != below and not (shares and c > below)]
    if shares and _stands_alone(clauses, word, below):
        children = [c for c in children if not _helps(clauses, c)]
    for child in children:
        found = _hedged(clauses, child, found.turned() if _negates(clauses, child) else found)
    relative = syntax.deprels[word] == "acl:relcl"
    if relative and (_is_anybody(clauses, syntax.heads[word]) or _is_rule(clauses, word)):
        found = found.doubted("underspecified")
    if clauses.lemmas[word] not in _REPORTS and _on_condition(clauses, children):
        found = found.doubted("underspecified")
    infinitive = any(
        syntax.lower[c] == "to" and syntax.deprels[c] in ("mark", "aux") for c in children
    )
    perfect = any(clauses.lemmas[c] == "have" and syntax.deprels[c] == "aux" for c in children)
    gerund = syntax.lower[word].endswith("ing")  # "confessed to wounding"
    if infinitive and not perfect and not gerund and not _does_it(clauses, word):
        found = found.to_come()
    return found


def _on_condition(clauses: Clauses, children: list[int]) -> bool:
    """True of what follows "If the video is real,", "Unless the ministry is lying,"."""
    lower = clauses.syntax.lower
    return any(
        lower[m] in ("if", "unless") and lower[max(0, m - 1)] not in ("even", "as")
        and m in (f := clauses.syntax.words.sentence_at(m)[0], f + 1)
        for c in children
        if clauses.syntax.deprels[c] == "advcl"
        for m in clauses.children(c, "mark")
    )  # fmt: skip


def _is_anybody(clauses: Clauses, noun: int) -> bool:
    """True of "any soldier", "anyone", "whoever"."""
    lower = clauses.syntax.lower
    return lower[noun] in _ANYBODY or any(lower[c] == "any" for c in clauses.children(noun, "det"))


def _is_rule(clauses: Clauses, verb: int) -> bool:
    """True of "deserts" in "an officer who deserts is tried": of whoever does it."""
    syntax, noun = clauses.syntax, clauses.syntax.heads[verb]
    if clauses.lemmas[verb] in _STANDS or not _is_simple_present(clauses, verb):
        return False
    above = syntax.heads[noun]
    one = any(syntax.lower[c] in ("a", "an") for c in clauses.children(noun, "det"))
    return one and syntax.deprels[noun].startswith("nsubj") and _is_simple_present(clauses, above)


def _is_simple_present(clauses: Clauses, verb: int) -> bool:
    helpers = {clauses.syntax.lower[c] for c in clauses.syntax.children[verb]
               if clauses.deprel(c).startswith(("aux", "cop"))}  # fmt: skip
    if helpers:
        return helpers <= {"is", "are"}
    lower = clauses.syntax.lower[verb]
    return lower != "said" and (lower == clauses.lemmas[verb] or lower.endswith("s"))


def _stands_alone(clauses: Clauses, verb: int, other: int) -> bool:
    """True of the second verb in "did not shell it, but it moved", "was not hit and teaches"."""
    lower = clauses.syntax.lower
    if clauses.children(other, "nsubj", "nsubj:pass", "aux", "aux:pass"):
        return True
    present = lower[other].endswith("s") and lower[other] != clauses.lemmas[other]
    bare = any(clauses.lemmas[c] == "do" for c in clauses.children(verb, "aux"))
    return present or (bare and lower[other] != clauses.lemmas[other])


def _helps(clauses: Clauses, child: int) -> bool:
    """True of an auxiliary and of "not": a clause that stands alone has its own."""
    return clauses.deprel(child).startswith("aux") or clauses.syntax.lower[child] in _NOT


def _hedged(clauses: Clauses, child: int, found: Modality) -> Modality:
    """What an auxiliary, a conjunction or an adverb makes of it."""
    lower, relation = clauses.syntax.lower[child], clauses.syntax.deprels[child]
    if relation.startswith("aux"):
        if lower in _FUTURE or clauses.lemmas[child] == "will":
            return found.to_come()
        return found.doubted("possible") if lower in _POSSIBLE else found
    if lower in _CONDITIONS and relation in ("mark", "advmod", "cc"):
        return found.doubted("underspecified")
    if relation == "advmod" and lower in _PROBABLY:
        return found.doubted("probable")
    if relation == "advmod" and lower in _POSSIBLY:
        return found.doubted("possible")
    return found


def _negates(clauses: Clauses, child: int) -> bool:
    lower, relation = clauses.syntax.lower[child], clauses.syntax.deprels[child]
    if lower in _NOT:
        if clauses.syntax.lower[child + 1 : child + 2] == ["only"]:
            return False  # "not only shelled Orm but"
        return relation in ("advmod", "cc:preconj", "mark", "case", "cc", "aux")
    return _is_nobody(clauses, child) or _is_no_longer(clauses, child)


def _is_nobody(clauses: Clauses, child: int) -> bool:
    """True for "no" of a noun, "nobody" as subject or object, "no soldier" as subject or object."""
    syntax = clauses.syntax
    if not syntax.deprels[child].startswith(("nsubj", "obj", "det")):
        return False
    below = [
        syntax.lower[c]
        for c in clauses.children(child, "det", "advmod")
        if syntax.lower[c + 1 : c + 2] not in _COMPARED
    ]
    first = syntax.phrase(child)[0]
    opens = syntax.lower[max(0, first - (syntax.lower[first] != "not")) : first + 2]
    if opens[:1] == ["not"] and opens[1] in _QUANTITY:
        return True  # "not a single officer", "not all the soldiers"
    return syntax.lower[child] in _NOBODY or any(w in ("no", "neither", "not") for w in below)


def _is_no_longer(clauses: Clauses, child: int) -> bool:
    lower = clauses.syntax.lower
    return lower[child] == "longer" and child > 0 and lower[child - 1] in ("no", "any")


def _does_it(clauses: Clauses, word: int) -> bool:
    """True if an infinitive is so because the word that governs it is."""
    if clauses.syntax.deprels[word] not in ("xcomp", "advcl", "ccomp"):
        return False
    above = clauses.syntax.heads[word]
    return clauses.lemmas[above] in _DOES_IT and clauses.syntax.lower[above] != "going"


def _is_untrue(clauses: Clauses, word: int) -> bool:
    """True of what is so in "it is untrue that …"."""
    relation, above = clauses.syntax.deprels[word], clauses.syntax.heads[word]
    if not relation.startswith(("csubj", "nsubj", "ccomp", "acl", "xcomp")):
        return False
    judged = [above, *(c for c in clauses.children(above, "obj", "xcomp", "ccomp") if c != word)]
    return any(
        clauses.lemmas[j] in FALSE
        and not any(_negates(clauses, c) for c in clauses.syntax.children[j])
        for j in judged
    )


def _is_given(clauses: Clauses, word: int, relation: str) -> bool:
    """True if a clause is taken for granted whatever the one above says."""
    if relation in ("acl:relcl", "acl"):
        return not any(clauses.syntax.lower[c] == "to" for c in clauses.children(word, "mark"))
    if relation == "advcl":
        marks = clauses.children(word, "mark", "advmod", "case")
        return any(clauses.syntax.lower[c] in _GIVEN for c in marks)
    return relation in ("appos", "parataxis", "nmod:desc", "nmod:poss", "list", "dislocated")


def _governed(
    clauses: Clauses, word: int, above: int, relation: str, found: Modality
) -> tuple[Modality, bool]:
    """What the word above says of the one below, and whether to climb on from it."""
    base = clauses.lemmas[above]
    complement = relation in (
        "ccomp",
        "xcomp",
        "obj",
        "advcl",
        "acl",
        "nmod",
        "obl",
        "csubj",
        "conj",
    )
    if not complement or relation == "conj":
        return found, True
    if relation == "obl" and clauses.syntax.upos[word] == "NOUN" and clauses.case(word) in _AMID:
        return found, False  # "nobody was killed in the strike"
    if base in DENY:
        return replace(found, denied=True), True
    if base in _ALLEGE and relation != "obj":
        return replace(found, alleged=True), True
    if base in _AVERT and relation != "ccomp":
        return found.turned(), True
    if base == "agree" and relation in ("obj", "obl") and clauses.lemmas[word] in _AGREED:
        return found, True
    if base in _INTEND and relation in ("xcomp", "obj", "acl", "nmod", "ccomp", "obl"):
        return found.to_come(), relation != "ccomp"
    if base in _REPORTS and relation in ("ccomp", "obj"):
        said = modality(clauses, above) == Modality()  # not "unable to conclude that"
        return (found if said else found.doubted("underspecified")), False
    if base in _SEEMS:
        return found.doubted("probable"), True
    return found, True


def _is_supposed(clauses: Clauses, word: int) -> bool:
    """True in a sentence that opens as "To suggest that they met is an insult" does."""
    words, lower = clauses.syntax.words, clauses.syntax.lower
    first, _ = words.sentence_at(word)
    if lower[first] in _QUOTES:
        first += 1
    opening = lower[first : first + 2]
    return opening[:1] == ["to"] and opening[-1] in _SUPPOSES and "that" in lower[first:word]


def _is_question(clauses: Clauses, word: int) -> bool:
    """True if the sentence opens with a verb, as "Is the paper owned by …" does."""
    first, _ = clauses.syntax.words.sentence_at(word)
    return clauses.syntax.upos[first] == "AUX"


def _asked(clauses: Clauses, root: int, found: Modality) -> Modality:
    """A clause that reached the top of a question is not put forward."""
    _, last = clauses.syntax.words.sentence_at(root)
    ends = clauses.syntax.lower[max(root, last - 3) : last]
    return found.doubted("underspecified") if "?" in ends else found
