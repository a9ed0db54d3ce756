"""Stylesheets, scripts and icons: one digest for the whole tree, so that an address never changes its content."""

from backend.foundation.web.assets.serving import ROUTES, asset_url, serve_asset

__all__ = ["ROUTES", "asset_url", "serve_asset"]
