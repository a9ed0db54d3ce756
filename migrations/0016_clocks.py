"""Running limits, the calendars they are counted by, and leases for work that one worker does at a time."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:16"
VERSION = "1.38.0"
DESCRIPTION = "Running limits, the calendars they are counted by, and leases."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE leases (
    name VARCHAR(80) PRIMARY KEY NOT NULL,
    holder VARCHAR(32) NOT NULL,
    held_until TIMESTAMPTZ NOT NULL
);
CREATE TABLE calendar_editions (
    id UUID PRIMARY KEY NOT NULL,
    county UUID NOT NULL REFERENCES counties,
    edition INTEGER NOT NULL,
    shelf VARCHAR(16) NOT NULL,
    begun_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX calendar_editions_number ON calendar_editions (county, edition);
CREATE TABLE calendar_years (
    id UUID PRIMARY KEY NOT NULL,
    county UUID NOT NULL REFERENCES counties,
    region VARCHAR(40) NOT NULL,
    calendar_year INTEGER NOT NULL,
    content TEXT NOT NULL,
    from_edition INTEGER NOT NULL,
    until_edition INTEGER,
    loaded_by UUID REFERENCES officers,
    loaded_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX calendar_years_current ON calendar_years (county, region, calendar_year)
    WHERE until_edition IS NULL;
CREATE TABLE calendar_days (
    id UUID PRIMARY KEY NOT NULL,
    county UUID NOT NULL REFERENCES counties,
    on_day DATE NOT NULL,
    works BOOLEAN NOT NULL,
    why VARCHAR(60) NOT NULL,
    source VARCHAR(200) NOT NULL DEFAULT '',
    from_edition INTEGER NOT NULL,
    until_edition INTEGER,
    set_by UUID REFERENCES officers,
    set_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX calendar_days_current ON calendar_days (county, on_day) WHERE until_edition IS NULL;
CREATE TABLE clocks (
    id UUID PRIMARY KEY NOT NULL,
    county UUID NOT NULL REFERENCES counties,
    township UUID REFERENCES townships,
    chain UUID NOT NULL,
    record_kind VARCHAR(30) NOT NULL,
    record_id UUID NOT NULL,
    title VARCHAR(200) NOT NULL,
    url VARCHAR(200) NOT NULL,
    rule VARCHAR(60) NOT NULL,
    name VARCHAR(60) NOT NULL,
    amount INTEGER,
    unit VARCHAR(16) NOT NULL,
    roll_forward BOOLEAN NOT NULL DEFAULT false,
    strength VARCHAR(10) NOT NULL,
    origin VARCHAR(10) NOT NULL,
    says TEXT NOT NULL,
    basis TEXT NOT NULL,
    region VARCHAR(40) NOT NULL,
    edition INTEGER NOT NULL,
    owed_by UUID NOT NULL REFERENCES units,
    awaited_by UUID REFERENCES units,
    responsible UUID REFERENCES officers,
    started_at TIMESTAMPTZ NOT NULL,
    counted_from TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    late_from TIMESTAMPTZ NOT NULL,
    soon_from TIMESTAMPTZ NOT NULL,
    provisional BOOLEAN NOT NULL DEFAULT false,
    next_at TIMESTAMPTZ,
    next_kind VARCHAR(12) NOT NULL DEFAULT '',
    met_at TIMESTAMPTZ,
    cancelled_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX clocks_running ON clocks (record_kind, record_id, rule)
    WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX clocks_record ON clocks (record_kind, record_id);
CREATE INDEX clocks_next ON clocks (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX clocks_township ON clocks (township, late_from, id) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX clocks_owed ON clocks (owed_by, late_from, id) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX clocks_awaited ON clocks (awaited_by, late_from, id) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX clocks_edition ON clocks (county, edition) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE TABLE clock_warnings (
    id UUID PRIMARY KEY NOT NULL,
    clock UUID NOT NULL REFERENCES clocks,
    kind VARCHAR(12) NOT NULL,
    due_moment TIMESTAMPTZ NOT NULL,
    given_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX clock_warnings_once ON clock_warnings (clock, kind, due_moment);
CREATE INDEX clock_warnings_given ON clock_warnings (given_at);
""",
)
