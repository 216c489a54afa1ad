"""The command line: one command per stage, named as the stage is.

Data goes to standard output, progress and errors to standard error. Exit codes: 0 all right,
1 data or validation failed, 2 wrong usage, 3 some inputs failed, 130 interrupted.

Stages are imported where they are used, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from graph import __version__
from graph.errors import GraphError

if TYPE_CHECKING:
    from datetime import date

    from graph.store import Store
    from graph.types import Annotations

P = ParamSpec("P")
R = TypeVar("R")
SOME_FAILED = 3
SHOWN = ("table", "csv", "tsv", "json", "jsonl", "ttl")


def told_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Print our own errors in one line and exit 1; let bugs keep their traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except GraphError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            sys.exit(0)

    return run


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
    context.obj = (store_path, quiet)


@contextmanager
def opened(context: click.Context, *, read_only: bool = True) -> Iterator[Store]:
    """The store that --store names."""
    from graph.store import Store

    with Store.open(context.obj[0], read_only=read_only) as store:
        yield store


def article_options(command: Callable[P, R]) -> Callable[P, R]:
    """What is known of the articles besides their files."""
    with_published = click.option(
        "--published", default="", help="Publication date, such as 2024-03-05."
    )(command)
    return click.option("--outlet", default="", help="The outlet that published the articles.")(
        with_published
    )


def _date(published: str) -> date | None:
    from graph.read import parse_date

    return parse_date(published, where="--published") if published else None


@main.command()
@click.argument("paths", nargs=-1, required=True)
@article_options
@click.pass_context
@told_plainly
def annotate(context: click.Context, paths: tuple[str, ...], outlet: str, published: str) -> None:
    """Print what is read in PATHS, one JSON object an article. Nothing is stored.

    PATHS are text, HTML or JSON Lines files, folders of them, or - for standard input.

    \b
    Example:
        echo 'The bridge is gone, the mayor told Reuters.' | saidby annotate -
    """
    from graph import flow
    from graph.annotate.format import to_json
    from graph.errors import InputError

    failed = 0
    for found in flow.annotated(paths, outlet=outlet, published=_date(published)):
        if isinstance(found, InputError):
            failed += 1
            click.echo(f"Error: {found}", err=True)
        else:
            click.echo(to_json(found))
    _end(failed)


@main.command()
@click.argument("paths", nargs=-1, required=True)
@article_options
@click.option("--dry-run", is_flag=True, help="Read, say what is found, store nothing.")
@click.pass_context
@told_plainly
def add(
    context: click.Context, paths: tuple[str, ...], outlet: str, published: str, *, dry_run: bool
) -> None:
    """Read PATHS into the store. An article that is there already is replaced whole.

    \b
    Example:
        saidby add article.txt --outlet "Example Herald" --published 2024-03-05
    """
    from graph import flow
    from graph.errors import InputError

    day = _date(published)

    def told(found: Annotations | InputError) -> None:
        if isinstance(found, InputError):
            click.echo(f"Error: {found}", err=True)
        elif not context.obj[1]:
            click.echo(_summary(found), err=True)

    if dry_run:
        found = list(flow.annotated(paths, outlet=outlet, published=day))
        for one in found:
            told(one)
        _end(sum(isinstance(one, InputError) for one in found))
        return
    with opened(context, read_only=False) as store:
        added = flow.add(store, paths, outlet=outlet, published=day, told=told)
    if not context.obj[1]:
        click.echo(
            f"{len(added.articles)} articles, {added.attributions} attributions "
            f"in {context.obj[0]}",
            err=True,
        )
    _end(len(added.failed))


def _summary(found: Annotations) -> str:
    named = f"{found.article.id}: {len(found.attributions)} attributions"
    longest = max((len(a.chain) for a in found.attributions), default=0)
    return f"{named}, longest chain {longest}" if longest else named


def _end(failed: int) -> None:
    """Exit 3 if some inputs failed, having said how many."""
    if failed:
        inputs = "input" if failed == 1 else "inputs"
        click.echo(f"{failed} {inputs} failed, named above; the rest went on.", err=True)
        sys.exit(SOME_FAILED)


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
    asked = _text(file) if file else question
    if not asked:
        raise click.UsageError("Expected a question. 'saidby ask --list' names the saved ones.")
    with opened(context) as store:
        rows = answer(store, asked, parameters=_pairs(given), limit=limit, timeout=timeout)
    shown = form or ("table" if out is None and sys.stdout.isatty() else "jsonl")
    _write(written(rows, shown), out)


def _questions() -> str:
    """The saved questions, each with its parameters."""
    from graph.ask import questions

    lines = []
    for q in questions():
        lines.append(f"{q.name:18} {q.title}")
        lines += [f"{'':20}-p {p.name}=…  {p.description}" for p in q.parameters]
    return "\n".join(lines)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(
            f"{file}: expected a SPARQL query in UTF-8, found: {error}. Check the path."
        ) from error


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"-p: expected NAME=VALUE, found {pair!r}.")
        found[name.strip()] = value
    return found


def _write(text: str, out: Path | None) -> None:
    """To the file, or to standard output; one line end at the end."""
    text = text.removesuffix("\n")
    if out is None:
        click.echo(text)
        return
    try:
        out.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise click.ClickException(
            f"{out}: expected to write there, found: {error.strerror}. Name another file."
        ) from error


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

    \b
    Example:
        saidby draw --entity "The Guardian" -o guardian.html
    """
    from graph import flow

    with opened(context) as store:
        path = flow.draw(store, out, entity=entity, hops=hops, top=top)
    click.echo(path, err=True)
    if opens:
        click.launch(str(path))


@main.command()
@click.argument("articles", nargs=-1, required=True)
@click.pass_context
@told_plainly
def remove(context: click.Context, articles: tuple[str, ...]) -> None:
    """Remove ARTICLES, by IRI, with everything that stands on them alone.

    \b
    Example:
        saidby ask 'SELECT ?article { ?article a said:Article }'
    """
    with opened(context, read_only=False) as store:
        for article in articles:
            store.remove(_iri(article))


def _iri(article: str) -> str:
    """An article's IRI, written out or with the prefix doc:."""
    from graph.terms import PREFIXES

    return article.replace("doc:", PREFIXES["doc"], 1) if article.startswith("doc:") else article


@main.command()
@click.pass_context
@told_plainly
def check(context: click.Context) -> None:
    """Check every statement of the store against the ontology's shapes.

    \b
    Example:
        saidby check
    """
    with opened(context) as store:
        failures = store.check()
        count = len(store.articles())
    for failure in failures:
        click.echo(failure)
    if failures:
        raise click.ClickException(f"{len(failures)} statements do not conform; see above.")
    click.echo(f"{count} articles, every statement conforms.", err=True)


@main.command()
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default="demo.html", show_default=True
)
@click.pass_context
@told_plainly
def demo(context: click.Context, out: Path) -> None:
    """Read the sample articles, answer three questions, and draw who cited whom.

    \b
    Example:
        saidby demo
    """
    from graph.demo import run

    run(click.echo, out)


if __name__ == "__main__":
    main()
