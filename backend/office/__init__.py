"""The organisation: people, units and places of a township."""
