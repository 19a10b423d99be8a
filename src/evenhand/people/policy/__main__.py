"""Write the table's page: `python -m evenhand.people.policy [FILE]`; the file is docs/confidences.md unless named."""

import sys
from pathlib import Path

from evenhand.people.policy.pages import as_markdown

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/confidences.md")
    target.write_text(as_markdown(), encoding="utf-8")
    print(f"{target}: written.")
