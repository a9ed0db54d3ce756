"""案卷包: everything of one record as a ZIP that anyone can check anywhere, with `liandong verify dossier.zip`.

prepared = await prepare(Dossier(title=…, records=[("handoff", id)], letters=…, files=…, tells=…), by=person, at=at)
return Stream(zipped(prepared), …)
"""

from backend.foundation.dossier.contents import Dossier, File
from backend.foundation.dossier.preparing import Prepared, prepare
from backend.foundation.dossier.zipping import zipped

__all__ = ["Dossier", "File", "Prepared", "prepare", "zipped"]
