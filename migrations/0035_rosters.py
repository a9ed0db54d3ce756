"""排班: posts with what they need, a month's roster, its shifts, who stands on them, wishes and swaps; market days of places."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-22T15:35"
VERSION = "1.38.0"
DESCRIPTION = "排班: posts with what they need, a month's roster, its shifts, who stands on them, wishes and swaps; market days of places."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    """
ALTER TABLE places ADD COLUMN market_days VARCHAR(40) NOT NULL DEFAULT '';
CREATE TABLE duty_posts (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    kind VARCHAR(12) NOT NULL DEFAULT '',
    name VARCHAR(40) NOT NULL DEFAULT '',
    place UUID REFERENCES places,
    days VARCHAR(24) NOT NULL DEFAULT 'all',
    begins_minute INTEGER NOT NULL,
    length_minutes INTEGER NOT NULL,
    needs JSON NOT NULL DEFAULT '[]',
    first_day DATE NOT NULL,
    last_day DATE,
    active BOOLEAN NOT NULL DEFAULT TRUE,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX duty_posts_township ON duty_posts (township);
CREATE TABLE rosters (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    month DATE NOT NULL,
    drafted_at TIMESTAMPTZ,
    drafted_by UUID REFERENCES officers,
    drafted_how VARCHAR(10) NOT NULL DEFAULT '',
    unmet JSON NOT NULL DEFAULT '[]',
    published_at TIMESTAMPTZ,
    published_by UUID REFERENCES officers,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX rosters_month ON rosters (township, month);
CREATE TABLE shifts (
    id UUID PRIMARY KEY NOT NULL,
    roster UUID NOT NULL REFERENCES rosters,
    post UUID REFERENCES duty_posts,
    kind VARCHAR(12) NOT NULL DEFAULT '',
    name VARCHAR(40) NOT NULL DEFAULT '',
    place UUID REFERENCES places,
    begins_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    needs JSON NOT NULL DEFAULT '[]',
    note VARCHAR(200) NOT NULL DEFAULT '',
    cancelled_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX shifts_roster ON shifts (roster, begins_at);
CREATE INDEX shifts_ends ON shifts (ends_at);
CREATE UNIQUE INDEX shifts_once ON shifts (roster, post, begins_at) WHERE post IS NOT NULL;
CREATE TABLE assignments (
    id UUID PRIMARY KEY NOT NULL,
    shift UUID NOT NULL REFERENCES shifts,
    slot INTEGER NOT NULL DEFAULT 0,
    officer UUID NOT NULL REFERENCES officers,
    origin VARCHAR(10) NOT NULL DEFAULT '',
    assigned_by UUID NOT NULL REFERENCES officers,
    assigned_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    ended_by UUID REFERENCES officers,
    ended_why VARCHAR(10) NOT NULL DEFAULT '',
    ended_note VARCHAR(200) NOT NULL DEFAULT '',
    replaced_by UUID
);
CREATE UNIQUE INDEX assignments_once ON assignments (shift, officer) WHERE ended_at IS NULL;
CREATE INDEX assignments_officer ON assignments (officer) WHERE ended_at IS NULL;
CREATE TABLE duty_wishes (
    id UUID PRIMARY KEY NOT NULL,
    officer UUID NOT NULL REFERENCES officers ON DELETE CASCADE,
    on_day DATE NOT NULL,
    wants VARCHAR(4) NOT NULL DEFAULT 'off',
    note VARCHAR(100) NOT NULL DEFAULT '',
    made_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX duty_wishes_once ON duty_wishes (officer, on_day);
CREATE TABLE swaps (
    id UUID PRIMARY KEY NOT NULL,
    township UUID NOT NULL REFERENCES townships,
    assignment UUID NOT NULL REFERENCES assignments,
    other_assignment UUID REFERENCES assignments,
    other_officer UUID NOT NULL REFERENCES officers,
    reason VARCHAR(200) NOT NULL DEFAULT '',
    asked_by UUID NOT NULL REFERENCES officers,
    asked_at TIMESTAMPTZ NOT NULL,
    consented_at TIMESTAMPTZ,
    refused_at TIMESTAMPTZ,
    refused_by UUID REFERENCES officers,
    refused_why VARCHAR(200) NOT NULL DEFAULT '',
    approved_at TIMESTAMPTZ,
    approved_by UUID REFERENCES officers,
    withdrawn_at TIMESTAMPTZ,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX swaps_township ON swaps (township, asked_at, id);
CREATE UNIQUE INDEX swaps_open ON swaps (assignment)
    WHERE refused_at IS NULL AND approved_at IS NULL AND withdrawn_at IS NULL;
""",
)
