"""`python -m evenhand.cli` is the same as `evenhand`."""

import sys

from . import main

if __name__ == "__main__":
    sys.exit(main())
