"""Acts on handoffs: one transaction each, rule → write → limit → journal."""
