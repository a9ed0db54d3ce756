"""The one Piccolo app: every room's tables, one folder of migrations."""

from piccolo.conf.apps import AppConfig, table_finder

from backend.settings import ROOT

TABLES = (
    "backend.foundation.people.tables",
    "backend.foundation.journal.tables",
    "backend.foundation.numbering.tables",
    "backend.foundation.preferences.tables",
    "backend.foundation.leases.tables",
    "backend.foundation.clocks.tables",
    "backend.foundation.evidence.tables",
    "backend.foundation.letters.official.tables",
    "backend.foundation.notify.tables",
    "backend.office.places.tables",
    "backend.office.matters.tables",
    "backend.office.duty.tables",
    "backend.office.duty.turnout.tables",
    "backend.office.phones.tables",
    "backend.office.personnel.tables",
    "backend.office.absences.tables",
    "backend.office.equipment.tables",
    "backend.office.tasks.tables",
    "backend.office.superior.tables",
    "backend.casework.hazards.tables",
    "backend.casework.requests.tables",
    "backend.casework.handoffs.tables",
    "backend.casework.handoffs.invitations.tables",
    "backend.field.patrols.tables",
    "backend.field.findings.tables",
    "backend.field.assists.tables",
    "backend.field.checkins.tables",
    "backend.field.command.tables",
    "backend.field.campaigns.tables",
    "backend.field.emergencies.tables",
    "backend.field.incidents.tables",
    "backend.desk.ledger.tables",
    "backend.desk.deadlines.tables",
)

APP_CONFIG = AppConfig(
    app_name="liandong",
    migrations_folder_path=str(ROOT / "migrations"),
    table_classes=table_finder(list(TABLES), exclude_imported=True),
    migration_dependencies=[],
)
