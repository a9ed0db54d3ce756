"""The paper: what goes between bodies. It holds an origin (kind, id), never the street."""
