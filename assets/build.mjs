// Compiles the stylesheets, left-to-right and right-to-left, and copies in what else the
// pages and the browser tests are made from, each with its licence beside it.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import rtlcss from "rtlcss";
import * as sass from "sass";

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.join(here, "node_modules");
const styles = path.join(here, "../src/evenhand/web/static/evenhand");
const vendor = path.join(here, "../tests/browser/vendor");

// The second is loaded by the workspace alone, after the first.
for (const sheet of ["evenhand", "evenhand-workspace"]) {
  const { css } = sass.compile(path.join(here, `styles/${sheet}.scss`), {
    loadPaths: [packages],
    quietDeps: true,
    style: "compressed",
  });
  writeFileSync(path.join(styles, `${sheet}.css`), css + "\n");
  writeFileSync(path.join(styles, `${sheet}.rtl.css`), rtlcss.process(css) + "\n");
}

const fonts = path.join(styles, "fonts");
mkdirSync(fonts, { recursive: true });
mkdirSync(vendor, { recursive: true });

const typeface = path.join(packages, "@fontsource/atkinson-hyperlegible-next");
for (const script of ["latin", "latin-ext"]) {
  for (const weight of [400, 700]) {
    copyFileSync(
      path.join(typeface, `files/atkinson-hyperlegible-next-${script}-${weight}-normal.woff2`),
      path.join(fonts, `atkinson-hyperlegible-next-${script}-${weight}.woff2`),
    );
  }
}
copyFileSync(path.join(typeface, "LICENSE"), path.join(fonts, "LICENSE.txt"));
copyFileSync(path.join(packages, "axe-core/axe.min.js"), path.join(vendor, "axe.min.js"));
copyFileSync(path.join(packages, "axe-core/LICENSE"), path.join(vendor, "axe-LICENSE.txt"));
copyFileSync(
  path.join(packages, "axe-core/LICENSE-3RD-PARTY.txt"),
  path.join(vendor, "axe-LICENSE-3RD-PARTY.txt"),
);
