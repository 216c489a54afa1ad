"""The command line: one command per stage, named as the stage is.

Data goes to standard output, progress and errors to standard error. Exit codes: 0 all right,
1 data or validation failed, 2 wrong usage, 3 some inputs failed, 130 interrupted.

Stages are imported where they are used, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from graph import __version__, tell
from graph.cli_across import analyse, claims, copies, judge, trace
from graph.errors import InputError, StoreError
from graph.tell import Misused, opened, told_plainly, writing

if TYPE_CHECKING:
    from datetime import date

    from graph.types import Annotations

P = ParamSpec("P")
R = TypeVar("R")
SHOWN = ("table", "csv", "tsv", "json", "jsonl", "ttl")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--store",
    "store_path",
    envvar="SAIDBY_STORE",
    default="saidby-store",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The store's folder.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@click.version_option(__version__, prog_name="saidby")
@click.pass_context
def main(context: click.Context, store_path: Path, *, quiet: bool) -> None:
    """Who reported what, on whose word: read the news on armed conflict as a graph.

    \b
    Example:
        saidby demo
    """
    # What NumPy multiplies here is small: threads of its own cost a third more time than none.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    context.obj = (store_path, quiet)


def article_options(command: Callable[P, R]) -> Callable[P, R]:
    """What is known of the articles besides their files."""
    with_published = click.option(
        "--published", default="", help="Publication date, such as 2024-03-05."
    )(command)
    with_relations = click.option(
        "--relations", multiple=True, envvar="SAIDBY_RELATIONS",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="Relation frames of your own, beside the shipped ones.",
    )(with_published)  # fmt: skip
    return click.option("--outlet", default="", help="The outlet that published the articles.")(
        with_relations
    )


def _date(published: str) -> date | None:
    from graph.read import parse_date

    try:
        return parse_date(published, where="--published") if published else None
    except InputError as error:
        raise Misused(str(error)) from error


@main.command()
@click.argument("paths", nargs=-1, required=True)
@article_options
@click.pass_context
@told_plainly
def annotate(
    context: click.Context, paths: tuple[str, ...], outlet: str, published: str,
    relations: tuple[Path, ...],
) -> None:  # fmt: skip
    """Print what is read in PATHS, one JSON object an article. Nothing is stored.

    PATHS are text, HTML or JSON Lines files, folders of them, or - for standard input.

    \b
    Example:
        echo 'The bridge is gone, the mayor told Reuters.' | saidby annotate -
    """
    from graph import flow
    from graph.annotate.format import to_json

    day = _date(published)
    read = failed = 0
    for found in flow.annotated(paths, outlet=outlet, published=day, relations=relations):
        if isinstance(found, InputError):
            failed += 1
            tell.line(f"Error: {found}")
        else:
            read += 1
            click.echo(to_json(found))
    tell.end(failed, read)


@main.command()
@click.argument("paths", nargs=-1, required=True)
@article_options
@click.option("--dry-run", is_flag=True, help="Read, say what is found, store nothing.")
@click.pass_context
@told_plainly
def add(
    context: click.Context, paths: tuple[str, ...], outlet: str, published: str,
    relations: tuple[Path, ...], *, dry_run: bool,
) -> None:  # fmt: skip
    """Read PATHS into the store. An article that is there already is replaced whole.

    PATHS are text, HTML or JSON Lines files, folders of them, or - for standard input. What a
    folder holds in other forms, such as .pdf or .docx, is named and left out.

    \b
    Example:
        echo 'The bridge is gone, the mayor told Reuters.' |
            saidby add - --outlet "Example Herald" --published 2024-03-05
    """
    from graph import flow

    day = _date(published)
    quiet = context.obj[1]
    unlisted: set[str] = set()

    def told(found: Annotations | InputError) -> None:
        if isinstance(found, InputError):
            tell.line(f"Error: {found}")
        elif not quiet:
            tell.of_article(found)
            tell.of_outlet(found.article.publisher, unlisted)

    if dry_run:
        found = list(flow.annotated(paths, outlet=outlet, published=day, relations=relations))
        for one in found:
            told(one)
        failed = sum(isinstance(one, InputError) for one in found)
        tell.end(failed, len(found) - failed)
        return
    with opened(context, read_only=False) as store:
        added = flow.add(store, paths, outlet=outlet, published=day, relations=relations, tell=told)
    if not quiet:
        articles = tell.count(len(added.articles), "article")
        attributions = tell.count(added.attributions, "attribution")
        tell.line(f"{articles}, {attributions} in {context.obj[0]}")
    tell.end(len(added.failed), len(added.articles))


@main.command()
@click.argument("question", required=False)
@click.option("-f", "--file", "file", type=click.Path(path_type=Path), help="SPARQL in a file.")
@click.option("-p", "--parameter", "given", multiple=True, help="NAME=VALUE of a saved question.")
@click.option("--format", "form", type=click.Choice(SHOWN), help="Table on a terminal, else jsonl.")
@click.option("--limit", type=click.IntRange(1), help="Most rows.")
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=60.0, show_default=True, help="Seconds."
)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File to write.")
@click.option("--list", "listed", is_flag=True, help="List the saved questions.")
@click.pass_context
@told_plainly
def ask(
    context: click.Context,
    question: str | None,
    file: Path | None,
    given: tuple[str, ...],
    form: str | None,
    limit: int | None,
    timeout: float,
    out: Path | None,
    *,
    listed: bool,
) -> None:
    """Ask QUESTION: the name of a saved question, or SPARQL.

    The prefixes said: e: doc: oa: prov: rdf: rdfs: schema: skos: xsd: graspf: are known.

    \b
    Example:
        saidby ask who-cited-whom
        saidby ask 'SELECT ?who ?org { ?who said:dismissed_from ?org }'
    """
    from graph.ask import ask as answer
    from graph.ask import written

    if listed:
        click.echo(_questions())
        return
    asked = _asked(question, file)
    parameters = _pairs(given)
    with opened(context) as store:
        tell.of_missing(store)
        rows = answer(store, asked, parameters=parameters, limit=limit, timeout=timeout)
    shown = form or ("table" if out is None and sys.stdout.isatty() else "jsonl")
    _write(written(rows, shown), out)
    if not context.obj[1]:
        tell.of_rows(rows)


def _questions() -> str:
    """The saved questions, each with its parameters."""
    from graph.ask import questions

    lines = []
    for q in questions():
        lines.append(f"{q.name:18} {q.title}")
        lines += [f"{'':20}-p {p.name}=…  {p.description}" for p in q.parameters]
    return "\n".join(lines)


def _asked(question: str | None, file: Path | None) -> str:
    """The question as typed, or the SPARQL of the file."""
    if bool(question) == bool(file):
        found = "two: one typed, one in a file" if question else "none"
        raise Misused(f"ask: expected a question, found {found}. See 'saidby ask --list'.")
    return _text(file) if file else question or ""


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        found = getattr(error, "strerror", None) or error
        raise click.ClickException(
            f"{file}: expected a SPARQL query in UTF-8, found: {found}. Check the path."
        ) from error


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise Misused(f"-p: expected NAME=VALUE, found {pair!r}. See 'saidby ask --list'.")
        found[name.strip()] = value
    return found


def _write(text: str, out: Path | None) -> None:
    """To the file, or to standard output; one line end at the end, and nothing if it is empty."""
    text = text.removesuffix("\n") + "\n" if text else ""
    if out is None:
        click.echo(text, nl=False)
        return
    with writing(out):
        out.write_text(text, encoding="utf-8")


@main.command()
@click.argument("what", type=click.Choice(["who-cited-whom"]), default="who-cited-whom")
@click.option("--entity", default="", help="Draw what is around this name or IRI instead.")
@click.option("--hops", type=click.IntRange(1), default=1, show_default=True)
@click.option(
    "--top", type=click.IntRange(2), default=60, show_default=True, help="Most entities drawn."
)
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default="network.html", show_default=True
)
@click.option("--open", "opens", is_flag=True, help="Show it in the browser.")
@click.pass_context
@told_plainly
def draw(
    context: click.Context, what: str, entity: str, hops: int, top: int, out: Path, *, opens: bool
) -> None:
    """Draw who cited whom, or what is around one entity, as one HTML file that works offline.

    An output that ends in .graphml is for Gephi and its like; in .csv, a row a passage.

    \b
    Example:
        saidby draw --entity Reuters -o reuters.html
        saidby draw --top 500 -o network.graphml
    """
    from graph import flow

    with opened(context) as store, writing(out):
        tell.of_missing(store)
        path = flow.draw(store, out, entity=entity, hops=hops, top=top)
    tell.line(str(path))
    if opens:
        click.launch(str(path))


@main.command()
@click.argument("articles", nargs=-1, required=True)
@click.pass_context
@told_plainly
def remove(context: click.Context, articles: tuple[str, ...]) -> None:
    """Remove ARTICLES, by IRI, with everything that stands on them alone.

    An IRI is such as doc:0a5472a47b92; the question below lists them.

    \b
    Example:
        saidby ask 'SELECT ?article ?id { ?article said:article_id ?id }'
    """
    from graph import flow

    iris = [_iri(article) for article in articles]
    with opened(context):
        pass  # a store that is not there is not to be made
    with opened(context, read_only=False) as store:
        for iri in iris:
            flow.remove(store, iri)
            if not context.obj[1]:
                tell.line(f"{iri}: removed")


def _iri(article: str) -> str:
    """An article's IRI, written out or with a prefix."""
    from graph.ask.names import expanded

    node = expanded(article)
    if node is None:
        raise Misused(f"{article}: expected an IRI such as doc:0a5472a47b92, found none.")
    return node.value


@main.command()
@click.option(
    "--repair", is_flag=True,
    help="First read again what an interrupted command, or an older version, left out.",
)  # fmt: skip
@click.pass_context
@told_plainly
def check(context: click.Context, *, repair: bool) -> None:
    """Check every statement of the store against the ontology's shapes.

    \b
    Example:
        saidby check
    """
    with opened(context) as store:
        tell.of_missing(store)
    if repair:
        from graph import flow

        with opened(context, read_only=False) as store:
            tell.line(f"{tell.count(flow.catch_up(store), 'article')} read again")
    with opened(context) as store:
        failures = store.check()
        count = len(store.articles())
    for failure in failures:
        click.echo(failure)
    if failures:
        raise StoreError(
            f"{context.obj[0]}: expected every statement to conform, found {len(failures)} that "
            "do not, listed above. Read their articles again with 'saidby add'."
        )
    tell.line(f"{tell.count(count, 'article')}, every statement conforms.")


@main.command()
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default="demo.html", show_default=True
)
@click.pass_context
@told_plainly
def demo(context: click.Context, out: Path) -> None:
    """Read the sample articles, answer five questions, and draw who cited whom.

    \b
    Example:
        saidby demo
    """
    from graph.demo import run

    with writing(out):
        run(click.echo, out)


for command in (claims, trace, copies, analyse, judge):
    main.add_command(command)

if __name__ == "__main__":
    main()
