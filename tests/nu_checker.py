"""The Nu Html Checker: the jar that `npm ci --ignore-scripts --prefix assets` brings."""

from pathlib import Path

JAR = Path(__file__).parents[1] / "assets/node_modules/vnu-jar/build/dist/vnu.jar"
