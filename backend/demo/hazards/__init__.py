"""The invented dangers: told, answered, refused, recorded on behalf of the body without accounts."""
