"""Run the command line as ``python -m coordgraph``."""

from coordgraph.cli import main

if __name__ == "__main__":
    main()
