"""What stands in for a record that is only on a phone yet: its page is drawn beforehand, for this id, and kept."""

from uuid import UUID

# A version 4 that no phone makes: where it stands, the service worker writes the id that is asked for.
NOWHERE = UUID("00000000-0000-4000-8000-000000000000")
