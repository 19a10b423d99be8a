"""Write the pages of the rulebook: `python -m evenhand.law.rulebook [FOLDER]`; the folder is docs/law unless named."""

import sys
from pathlib import Path

from . import as_markdown


def write(folder: Path) -> list[str]:
    """Write every page that has changed and remove those that are no longer made. Gives the names that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = as_markdown()
    changed = []
    for name, text in pages.items():
        page = folder / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")
            changed.append(name)
    for page in folder.glob("*.md"):
        if page.name not in pages:
            page.unlink()
            changed.append(page.name)
    return sorted(changed)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/law")
    names = write(target)
    print(f"{target}: {len(names)} of {len(as_markdown())} pages changed.")
