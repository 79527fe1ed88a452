-- One row per case. Room is left on each page because a row changes about ten times while its case is open, and an
-- update that touches no indexed column and finds room on its page costs no index entry.
create table bundle (
    case_no text collate "C" primary key,
    region text,
    one_thing text,
    lead text,
    departments text[] not null,
    state text not null,
    open boolean not null,
    version bigint not null,
    -- Not later than the first instant at which a clock has something to say; it may be earlier, see Keeper.
    next_due timestamptz,
    -- Open clocks that warned and that breached, eight bits per timer.
    amber bigint not null,
    late bigint not null,
    body text not null
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

create index bundle_due on bundle (next_due) where next_due is not null;
-- Case numbers begin with the region, so that these also answer for one region.
create index bundle_open on bundle (case_no) where open;
create index bundle_amber on bundle (case_no) where amber > 0;
create index bundle_late on bundle (case_no) where late > 0;

-- 办理轨迹: one row per case and transaction, kept.
create table history (
    case_no text collate "C" not null,
    version bigint not null,
    entries text not null,
    primary key (case_no, version)
);

-- Sums are the truth, rows are increments: nobody waits for another to count.
create table tally (
    measure text not null,
    n bigint not null
);

-- Under which calendar the open cases of a region were last looked at.
create table calendar_seen (
    region text primary key,
    hash text not null
);
