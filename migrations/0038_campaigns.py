"""联合整治: plans with who takes part and where, which patrols belong, the notes of the day."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T15:38"
VERSION = "1.38.0"
DESCRIPTION = "联合整治: plans with who takes part and where, which patrols belong, the notes of the day."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
CREATE TABLE campaigns (
    id UUID PRIMARY KEY NOT NULL,
    township UUID REFERENCES townships,
    unit UUID NOT NULL REFERENCES units,
    body UUID NOT NULL REFERENCES units,
    field VARCHAR(40) NOT NULL,
    title VARCHAR(60) NOT NULL,
    cause TEXT NOT NULL,
    checks TEXT NOT NULL,
    arrangement TEXT NOT NULL DEFAULT '',
    area VARCHAR(200) NOT NULL DEFAULT '',
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    begins_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    created_by UUID NOT NULL REFERENCES officers,
    made_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL,
    device UUID,
    clock_offset_s DOUBLE PRECISION,
    state VARCHAR(12) NOT NULL DEFAULT 'submitted',
    approved_at TIMESTAMPTZ,
    approved_by UUID REFERENCES officers,
    return_reason VARCHAR(500) NOT NULL DEFAULT '',
    cancel_reason VARCHAR(500) NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    problems TEXT NOT NULL DEFAULT '',
    coming TEXT NOT NULL DEFAULT '',
    reported_by UUID REFERENCES officers,
    reported_at TIMESTAMPTZ,
    report_return VARCHAR(500) NOT NULL DEFAULT '',
    letter UUID REFERENCES letters,
    ended_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX campaigns_township ON campaigns (township, begins_at, id);
CREATE INDEX campaigns_unit ON campaigns (unit, begins_at, id);
CREATE TABLE campaign_units (
    id UUID PRIMARY KEY NOT NULL,
    campaign UUID NOT NULL REFERENCES campaigns,
    unit UUID NOT NULL REFERENCES units
);
CREATE UNIQUE INDEX campaign_units_once ON campaign_units (campaign, unit);
CREATE INDEX campaign_units_unit ON campaign_units (unit);
CREATE TABLE campaign_people (
    id UUID PRIMARY KEY NOT NULL,
    campaign UUID NOT NULL REFERENCES campaigns,
    officer UUID NOT NULL REFERENCES officers
);
CREATE UNIQUE INDEX campaign_people_once ON campaign_people (campaign, officer);
CREATE TABLE campaign_places (
    id UUID PRIMARY KEY NOT NULL,
    campaign UUID NOT NULL REFERENCES campaigns,
    place UUID NOT NULL REFERENCES places
);
CREATE UNIQUE INDEX campaign_places_once ON campaign_places (campaign, place);
CREATE TABLE campaign_patrols (
    id UUID PRIMARY KEY NOT NULL,
    campaign UUID NOT NULL REFERENCES campaigns,
    patrol UUID NOT NULL REFERENCES patrols,
    belongs BOOLEAN NOT NULL,
    reason VARCHAR(200) NOT NULL DEFAULT '',
    decided_by UUID NOT NULL REFERENCES officers,
    decided_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX campaign_patrols_once ON campaign_patrols (campaign, patrol);
CREATE INDEX campaign_patrols_patrol ON campaign_patrols (patrol);
CREATE TABLE campaign_days (
    id UUID PRIMARY KEY NOT NULL,
    campaign UUID NOT NULL REFERENCES campaigns,
    township UUID NOT NULL REFERENCES townships,
    on_day DATE NOT NULL,
    text TEXT NOT NULL,
    written_by UUID NOT NULL REFERENCES officers,
    written_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX campaign_days_once ON campaign_days (campaign, township, on_day);
""",
)
