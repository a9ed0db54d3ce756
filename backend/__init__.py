"""联动 Liandong: the working tool of a township's joint law enforcement."""

import os

# Piccolo looks for its configuration by this name and reads no pyproject.toml.
os.environ.setdefault("PICCOLO_CONF", "backend.foundation.database.piccolo_conf")
