"""人员管理: attachments, leave, borrowing away, warnings about certificates, equipment and who has it."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T15:37"
VERSION = "1.38.0"
DESCRIPTION = (
    "人员管理: attachments, leave, borrowing away, warnings about certificates, equipment and who has it."
)

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE attachments (
    id UUID PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers,
    department UUID REFERENCES units,
    department_name VARCHAR(60) NOT NULL DEFAULT '',
    first_day DATE NOT NULL,
    last_day DATE,
    paper VARCHAR(60) NOT NULL DEFAULT '',
    noted_by UUID NOT NULL REFERENCES officers,
    noted_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX attachments_officer ON attachments (officer, first_day);
CREATE TABLE leaves (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    unit UUID NOT NULL REFERENCES units,
    officer UUID NOT NULL REFERENCES officers,
    kind VARCHAR(16) NOT NULL DEFAULT '',
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    part VARCHAR(10) NOT NULL DEFAULT '',
    begins_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    reason VARCHAR(500) NOT NULL DEFAULT '',
    asked_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    approved_at TIMESTAMPTZ,
    approved_by UUID REFERENCES officers,
    refused_at TIMESTAMPTZ,
    refused_by UUID REFERENCES officers,
    refused_why VARCHAR(500) NOT NULL DEFAULT '',
    withdrawn_at TIMESTAMPTZ,
    withdrawn_by UUID REFERENCES officers,
    back_at TIMESTAMPTZ,
    back_by UUID REFERENCES officers,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX leaves_township ON leaves (township, received_at, id);
CREATE INDEX leaves_officer ON leaves (officer, begins_at);
CREATE TABLE borrowings (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    unit UUID NOT NULL REFERENCES units,
    officer UUID NOT NULL REFERENCES officers,
    department UUID REFERENCES units,
    department_name VARCHAR(60) NOT NULL DEFAULT '',
    letter VARCHAR(60) NOT NULL DEFAULT '',
    purpose VARCHAR(500) NOT NULL DEFAULT '',
    first_day DATE NOT NULL,
    last_day DATE,
    asked_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    approved_at TIMESTAMPTZ,
    approved_by UUID REFERENCES officers,
    refused_at TIMESTAMPTZ,
    refused_by UUID REFERENCES officers,
    refused_why VARCHAR(500) NOT NULL DEFAULT '',
    withdrawn_at TIMESTAMPTZ,
    withdrawn_by UUID REFERENCES officers,
    left_on DATE,
    left_by UUID REFERENCES officers,
    returned_on DATE,
    returned_by UUID REFERENCES officers,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX borrowings_township ON borrowings (township, received_at, id);
CREATE INDEX borrowings_officer ON borrowings (officer, first_day);
CREATE TABLE certificate_warnings (
    id UUID PRIMARY KEY NOT NULL,
    certificate UUID NOT NULL REFERENCES certificates,
    last_day DATE NOT NULL,
    days INTEGER NOT NULL,
    told_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX certificate_warnings_once ON certificate_warnings (certificate, last_day, days);
CREATE TABLE equipment (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    unit UUID NOT NULL REFERENCES units,
    kind VARCHAR(16) NOT NULL DEFAULT '',
    name VARCHAR(60) NOT NULL DEFAULT '',
    number VARCHAR(40) NOT NULL DEFAULT '',
    note VARCHAR(500) NOT NULL DEFAULT '',
    code VARCHAR(32) NOT NULL,
    added_by UUID NOT NULL REFERENCES officers,
    received_at TIMESTAMPTZ NOT NULL,
    damaged_at TIMESTAMPTZ,
    damage VARCHAR(500) NOT NULL DEFAULT '',
    retired_at TIMESTAMPTZ,
    retired_by UUID REFERENCES officers,
    retired_why VARCHAR(500) NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX equipment_code ON equipment (code);
CREATE UNIQUE INDEX equipment_number ON equipment (township, kind, number);
CREATE TABLE equipment_loans (
    id UUID PRIMARY KEY NOT NULL,
    equipment UUID NOT NULL REFERENCES equipment,
    officer UUID NOT NULL REFERENCES officers,
    out_at TIMESTAMPTZ NOT NULL,
    out_by UUID NOT NULL REFERENCES officers,
    due_at TIMESTAMPTZ,
    purpose VARCHAR(200) NOT NULL DEFAULT '',
    back_at TIMESTAMPTZ,
    back_by UUID REFERENCES officers,
    damage VARCHAR(500) NOT NULL DEFAULT '',
    next_at TIMESTAMPTZ,
    next_step VARCHAR(10) NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX equipment_loans_one ON equipment_loans (equipment) WHERE back_at IS NULL;
CREATE INDEX equipment_loans_officer ON equipment_loans (officer, out_at);
CREATE INDEX equipment_loans_due ON equipment_loans (next_at) WHERE next_at IS NOT NULL;
""",
)
