-- One row per shard and transaction, deleted once Kafka has acknowledged its messages.
create table outbox (
    id bigint generated always as identity primary key,
    shard smallint not null,
    messages int not null,
    appended_at timestamptz not null default clock_timestamp(),
    frame text not null
);
-- A queue: rows come and go, so vacuum by count and do not spend time on compressing what lives for milliseconds.
alter table outbox alter column frame set storage external;
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
    toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 5000);

-- Whoever holds the row publishes the shard.
create table outbox_shard (shard smallint primary key);
insert into outbox_shard select generate_series(0, 3);

-- Events that came before their predecessor; not waiting: being offered to the handler again in this transaction.
create table parked (
    id bigint generated always as identity primary key,
    source text not null,
    subject text not null,
    sequence bigint not null,
    type text not null,
    key text not null,
    time timestamptz not null,
    actor text not null,
    traceparent text not null,
    value text not null,
    parked_at timestamptz not null default clock_timestamp(),
    offered_at timestamptz,
    waiting boolean not null default true,
    unique (source, subject, sequence)
);

-- Records that can never be applied as they are.
create table quarantine (
    id bigint generated always as identity primary key,
    topic text not null,
    partition int not null,
    "offset" bigint not null,
    key text,
    headers text not null,
    value text not null,
    reason text not null,
    quarantined_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz,
    closed_by text,
    unique (topic, partition, "offset")
);
create index quarantine_open on quarantine (id) where closed_at is null;
