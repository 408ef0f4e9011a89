"""Run the command line: ``coordgraph``, or ``python -m coordgraph``."""

import signal

__all__ = ["main"]


def main() -> None:
    """Run the command line; until it listens to Ctrl-C, that just ends it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from coordgraph.cli import main as run

    run()


if __name__ == "__main__":
    main()
