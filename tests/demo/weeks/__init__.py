"""Tests on the demo as the product holds it; one package, so that its database is put back when they are through."""
