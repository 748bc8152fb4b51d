"""`mba build` that writes photos in the formats that are asked for, where it otherwise writes all of its formats.

    python -m benchmarks.build_formats webp --site DIR --date YYYY-MM-DD

No setting of a site chooses formats, and a comparison needs tools that make the same. All else is the command itself.
"""

from __future__ import annotations

import sys

from generator.cli import main
from generator.plan import assets

if __name__ == "__main__":
    formats, *options = sys.argv[1:]
    assets.PHOTO_FORMATS = tuple(formats.split(","))
    sys.argv[1:] = ["build", *options]
    main()
