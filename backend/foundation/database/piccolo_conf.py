"""What Piccolo imports to find the engine and the tables (PICCOLO_CONF); nothing else imports it."""

from piccolo.conf.apps import AppRegistry

from backend.foundation.database.engines import DB

__all__ = ["APP_REGISTRY", "DB"]

APP_REGISTRY = AppRegistry(apps=["backend.piccolo_app"])
