"""Commands on what many articles say: claims, trace, copies, judge."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from graph import tell
from graph.corpus import Acceptance, Judgement, Told, Verdict
from graph.errors import InputError, QueryError
from graph.tell import Misused, opened, told_plainly, writing

if TYPE_CHECKING:
    from graph.store import Store

_FORM = click.option(
    "--format", "form", type=click.Choice(("table", "csv", "json")),
    help="Table on a terminal, else json: one object a line.",
)  # fmt: skip


def _form(given: str | None) -> str:
    return given or ("table" if sys.stdout.isatty() else "json")


@click.command()
@click.option("--about", default="", help="Words of a claim, or a name in its chains.")
@_FORM
@click.pass_context
@told_plainly
def claims(context: click.Context, about: str, form: str | None) -> None:
    """Print what is claimed, who carries it, and how many independent origins stand behind it.

    Claims of many articles that say the same are one cluster. Figures that exclude each other,
    and a claim and its denial, are clusters that contradict each other.

    \b
    Example:
        saidby claims --about "ferry" --format table
    """
    from graph import flow
    from graph.ask import told as shown
    from graph.ask import written

    with opened(context) as store:
        every = flow.claims(store)
        digests, assigned = store.catalogue.digest, store.catalogue.assigned
        found = [
            one for one in every.values()
            if not about or shown.about(one, about, digests=digests, assigned=assigned)
        ]  # fmt: skip
        if _form(form) == "json":
            for one in found:
                click.echo(shown.claims_json(one, every, digests=digests, assigned=assigned))
        else:
            click.echo(written(shown.claims_table(found, digests=digests), _form(form)))
    if not context.obj[1]:
        tell.line(tell.count(len(found), "cluster"))


@click.command()
@click.argument("claim")
@click.pass_context
@told_plainly
def trace(context: click.Context, claim: str) -> None:
    """Print how CLAIM reached each outlet, link by link, and on whose word it stands.

    CLAIM is the id of a cluster as 'claims' prints it, the IRI of a claim, or words of it.

    \b
    Example:
        saidby trace "ferry"
    """
    from graph import flow
    from graph.ask import told as shown

    if not claim.strip():
        raise Misused("trace: expected a claim, found none. Give some of its words.")
    with opened(context) as store:
        every = flow.claims(store)
        digests, assigned = store.catalogue.digest, store.catalogue.assigned
        found = _meant(store, every, claim)
        for number, one in enumerate(found):
            if number:
                click.echo()
            walk = shown.trace(
                one, every, digests=digests, assigned=assigned, judgements=store.judgements()
            )
            for line in walk:
                click.echo(line)


def _meant(store: Store, every: dict[str, Told], claim: str) -> list[Told]:
    """The clusters that an id, an IRI or some words mean, the widest carried first."""
    from graph.ask.names import expanded

    node = expanded(claim)
    name = node.value if node else claim
    if name.rsplit("/", 1)[-1] in every:
        return [every[name.rsplit("/", 1)[-1]]]
    found = [
        one for one in every.values()
        for c in one.cluster.claims
        if name == f"{c.article}#{c.name}" or claim.casefold() in c.text.casefold()
    ]  # fmt: skip
    found = list({one.cluster.id: one for one in found}.values())
    if not found:
        raise QueryError(
            f"{claim}: expected a claim in the store, found none that holds these words. "
            "See 'saidby claims'."
        )
    return sorted(found, key=lambda one: -len(one.cluster.claims))


@click.command()
@_FORM
@click.pass_context
@told_plainly
def copies(context: click.Context, form: str | None) -> None:
    """Print which articles repeat the words of which.

    \b
    Example:
        saidby copies --format json
    """
    from graph import flow
    from graph.ask import told as shown
    from graph.ask import written

    with opened(context) as store:
        found, digests = flow.copies(store), store.catalogue.digest
        if _form(form) == "json":
            for one in found:
                click.echo(shown.copies_json(one, digests=digests))
        else:
            click.echo(written(shown.copies_table(found, digests=digests), _form(form)))
    if not context.obj[1]:
        tell.line(tell.count(len(found), "pair"))


@click.command()
@click.argument("what", type=click.Choice(("relied-on", "outlets", "communities", "bridges")))
@click.option(
    "--format", "form", type=click.Choice(("table", "csv", "jsonl")),
    help="Table on a terminal, else jsonl.",
)  # fmt: skip
@click.pass_context
@told_plainly
def analyse(context: click.Context, what: str, form: str | None) -> None:
    """Print what the network of who cites whom tells, and how to read it.

    relied-on: who is relied on most, and by whom. outlets: their share of claims on unnamed
    sources, and on one origin. communities: who cites each other. bridges: through whom claims
    pass.

    \b
    Example:
        saidby analyse relied-on --format table
    """
    from graph.ask import written
    from graph.ask.analysis import ANALYSES

    with opened(context) as store:
        tell.of_missing(store)
        found = ANALYSES[what](store)
    shown = written(found.rows, form or ("table" if sys.stdout.isatty() else "jsonl"))
    click.echo(shown.removesuffix("\n"))
    if not context.obj[1]:
        tell.line(found.caveat)


# Judgements ------------------------------------------------------------------------------------


@click.group()
def judge() -> None:
    """Decide what a machine cannot: who is who, and what holds.

    A judgement overrides the machine, survives every reading, and is never taken out: a later one
    on the same overrides it. Entities are named by name or IRI; claims by the IRI that trace
    prints, and those judged the same, or different, come into one cluster, or into two.

    \b
    Example:
        saidby judge different "Ana Example" e:person/ana-exampel --by "R. Moss"
        saidby judge different doc:0a5472a47b92#c1 doc:93c1d0e2ab77#c4 --by "R. Moss"
    """


def _by(command: click.Command) -> click.Command:
    for option in (
        click.Option(["--by"], required=True, help="Who decides."),
        click.Option(["--note"], default="", help="Why."),
    ):
        command.params.append(option)
    return command


def _judge(
    context: click.Context,
    about: tuple[str, ...],
    verdict: Verdict | Acceptance,
    by: str,
    note: str,
) -> None:
    from graph import flow

    with opened(context):
        pass  # a store that is not there is not to be made
    with opened(context, read_only=False) as store:
        iris = [_one(store, name) if len(about) == 2 else _claim(store, name) for name in about]
        if len(set(iris)) < len(iris):
            raise Misused(
                f"{iris[0]}: expected two entities, or two claims, found one twice. Name another."
            )
        if len({"#" in iri for iri in iris}) == 2:
            raise Misused(
                f"{' and '.join(iris)}: expected two entities or two claims, found one of each."
            )
        now = datetime.now(tz=UTC)
        time = now.time().isoformat()
        flow.judge(store, [Judgement(tuple(iris), verdict, by, now.date(), note, time)])
    tell.line(f"{' and '.join(iris)}: {verdict}")


def _one(store: Store, name: str) -> str:
    """The entity of this name, if there is only one; or the claim of this IRI."""
    from graph.ask.names import entities_named, expanded

    node = expanded(name)
    if node is not None and "#" in node.value:
        return _claim_itself(store, name, node.value)
    found = [node.value for node in entities_named(store, name)]
    if len(found) > 1:
        raise Misused(
            f"{name}: expected one entity, found {', '.join(found)}. Name one by its IRI."
        )
    return found[0]


def _claim_itself(store: Store, name: str, iri: str) -> str:
    """The IRI, if it is of a claim that is in a cluster."""
    from graph import flow

    every = flow.claims(store).values()
    if not any(iri == f"{c.article}#{c.name}" for one in every for c in one.cluster.claims):
        raise QueryError(
            f"{name}: expected a claim in the store, found none. 'saidby trace' prints their IRIs."
        )
    return iri


def _claim(store: Store, name: str) -> str:
    from graph import flow

    found = _meant(store, flow.claims(store), name)
    if len(found) > 1:
        ids = ", ".join(one.cluster.id for one in found[:5])
        raise Misused(f"{name}: expected one cluster, found {ids}. Name one by its id.")
    first = found[0].cluster.claims[0]
    return name if "#" in name else f"{first.article}#{first.name}"


def _identity(verdict: Verdict, told: str) -> click.Command:
    @click.pass_context
    @told_plainly
    def run(context: click.Context, a: str, b: str, by: str, note: str) -> None:
        _judge(context, (a, b), verdict, by, note)

    params: list[click.Parameter] = [click.Argument(["a"]), click.Argument(["b"])]
    text = (
        f'{told}\n\n\b\nExample:\n    saidby judge {verdict} "Ada Quill" "A. Quill" --by "R. Moss"'
    )
    return _by(click.Command(verdict, params=params, callback=run, help=text))


def _acceptance(name: str, verdict: Acceptance, told: str) -> click.Command:
    @click.pass_context
    @told_plainly
    def run(context: click.Context, claim: str, by: str, note: str) -> None:
        _judge(context, (claim,), verdict, by, note)

    params: list[click.Parameter] = [click.Argument(["claim"])]
    text = f'{told} Shown by trace.\n\n\b\nExample:\n    saidby judge {name} "ferry" --by "R. Moss"'
    return _by(click.Command(name, params=params, callback=run, help=text))


judge.add_command(_identity("same", "A and B, two entities or two claims, are one."))
judge.add_command(_identity("different", "A and B, two entities or two claims, are two."))
judge.add_command(_identity("unsure", "It cannot be told whether A and B are one."))
judge.add_command(_acceptance("accept", "accepted", "CLAIM is taken to hold."))
judge.add_command(_acceptance("reject", "rejected", "CLAIM is taken not to hold."))
judge.add_command(_acceptance("conflict", "conflict", "CLAIM is disputed, and left undecided."))


@judge.command("export")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File to write.")
@click.pass_context
@told_plainly
def export(context: click.Context, out: Path | None) -> None:
    """Print every judgement, one JSON object a line, for another researcher to import."""
    with opened(context) as store:
        lines = [_line(one) for one in store.judgements()]
    text = "".join(f"{line}\n" for line in lines)
    if out is None:
        click.echo(text, nl=False)
        return
    with writing(out):
        out.write_text(text, encoding="utf-8")


def _line(one: Judgement) -> str:
    row = {"about": one.about, "verdict": one.verdict, "by": one.by, "on": one.on.isoformat(),
           "note": one.note, "at": one.at}  # fmt: skip
    return json.dumps(row, ensure_ascii=False)


@judge.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
@told_plainly
def import_(context: click.Context, file: Path) -> None:
    """Take over the judgements of FILE. One that is here already is not taken twice."""
    from graph import flow

    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: expected judgements in UTF-8, found: {error}.") from error
    found = [_judgement(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    with opened(context):
        pass  # a store that is not there is not to be made
    with opened(context, read_only=False) as store:
        new = [one for one in found if one not in store.judgements()]
        flow.judge(store, new)
    tell.line(f"{tell.count(len(new), 'judgement')} taken over, {len(found) - len(new)} known")


def _judgement(file: Path, number: int, line: str) -> Judgement:
    verdicts = {2: get_args(Verdict), 1: get_args(Acceptance)}
    try:
        row = json.loads(line)
        about = tuple(row["about"])
        if row["verdict"] not in verdicts[len(about)]:
            raise ValueError(row["verdict"])
        return Judgement(
            about, row["verdict"], row["by"], date.fromisoformat(row["on"]),
            row.get("note", ""), row.get("at", ""),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{file}:{number}: expected a judgement as 'saidby judge export' prints it, "
            f"found {line[:80]!r} ({error}). Correct the line."
        ) from error
