-- 申报要件 of a case, once for all its items, and the last event of dispatch-service that was applied to the case.
create table pack (
    case_no text primary key,
    sequence bigint not null,
    region text not null,
    one_thing text not null,
    catalog_hash text not null,
    body text not null
);

-- 联办事项: one row per item; what a reply needs is in body, what only readers need is beside it.
create table task (
    task_id text primary key,
    case_no text not null,
    department text not null,
    state text not null,
    ended boolean not null,
    body text not null,
    -- results of prerequisites handed on so far, a JSON array
    upstream text,
    -- the event that ended the task
    result text
) with (fillfactor = 70);
-- The desk lists what is open; an ended task leaves the index.
create index task_open on task (department, task_id) where not ended;

-- Departments that see task and result without handling it.
create table observer (
    department text not null,
    task_id text not null,
    primary key (department, task_id)
);

-- What a department still has to be handed, or was handed without having replied since.
create table delivery (
    task_id text not null,
    no int not null,
    department text not null,
    type text not null,
    epoch int not null,
    may_decide boolean not null,
    at timestamptz not null,
    -- prerequisites still open, comma-separated
    waits_for text not null,
    -- upstream results new with this delivery, a JSON array; null where there are none
    upstream text,
    -- WITHDRAWN, TERMINATED; null unless cancelled by the end of the task
    ended text,
    queued_at timestamptz not null default clock_timestamp(),
    -- when it is handed out next; infinity: given up, the manual desk has it
    due_at timestamptz not null default clock_timestamp(),
    handed int not null default 0,
    primary key (task_id, no)
);
create index delivery_queue on delivery (department, due_at);
-- Rows come and go: vacuum by count.
alter table delivery set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- How a department is connected; no row: it pulls.
create table channel (
    department text primary key,
    mode text not null,
    url text,
    secret_name text,
    batch int not null,
    rate_per_second int not null,
    concurrency int not null,
    timeout_millis int not null,
    changed_at timestamptz not null,
    changed_by text not null,
    -- of the circuit breaker, as the instance that pushes last saw it
    breaker text not null default 'CLOSED',
    breaker_at timestamptz
);

-- Last signs of life, flushed every few seconds.
create table pulse (
    department text primary key,
    last_reply_at timestamptz not null,
    replies bigint not null,
    -- of first replies, in milliseconds
    reply_time_sum double precision not null,
    reply_time_count bigint not null
);
