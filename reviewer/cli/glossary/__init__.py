"""Look after glossaries: list, show, change, lint, merge, exchange and grow them."""

from __future__ import annotations

import argparse
import sys

from reviewer import plugins


def arguments(parser: argparse.ArgumentParser) -> None:
    """One action a module of this folder; only the one that is called is imported."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    offered = plugins.offered(__name__)
    wanted = next((word for word in sys.argv[1:] if word in offered), None)
    for name in offered:
        if wanted is None or name == wanted:
            module = plugins.load(__name__, name)
            summary = (module.__doc__ or "").partition("\n")[0]
            action = actions.add_parser(
                name,
                help=summary,
                description=module.__doc__,
                formatter_class=argparse.RawDescriptionHelpFormatter,
            )
            module.arguments(action)


def run(args: argparse.Namespace) -> int:
    """Run the action and return the exit status."""
    return int(plugins.load(__name__, args.action).run(args))
