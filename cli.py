"""Run the command from a checkout; the real one is ``graph/cli.py``."""

from graph.cli import main

if __name__ == "__main__":
    main()
