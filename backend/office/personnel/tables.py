"""What is kept of people beside who they are: where they are attached from, which warnings about a 执法证 were given."""

from piccolo.columns import UUID, Date, ForeignKey, Integer, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Certificate, Officer, Unit


class Attachment(Table, tablename="attachments"):
    """派驻: the department somebody of a stationed office belongs to, since and until which day."""

    id = UUID(primary_key=True, default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    department = ForeignKey(Unit, null=True, default=None, on_delete=OnDelete.restrict)
    department_name = Varchar(60, default="")
    first_day = Date(default=None)
    last_day = Date(null=True, default=None)
    paper = Varchar(60, default="")
    noted_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    noted_at = Timestamptz(default=None)


class CertificateWarning(Table, tablename="certificate_warnings"):
    """Told once, `days` before the last day; a certificate whose last day is put right is warned of anew."""

    id = UUID(primary_key=True, default=None)
    certificate = ForeignKey(Certificate, null=False, on_delete=OnDelete.restrict)
    last_day = Date(default=None)
    days = Integer(default=None)
    told_at = Timestamptz(default=None)
