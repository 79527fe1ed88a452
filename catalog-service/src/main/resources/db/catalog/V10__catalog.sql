-- Versions never change. Which version is effective at an instant is the one with the latest beginning before it;
-- no two can begin at the same instant, so there is exactly one.
create table one_thing_version (
    content_hash text primary key,
    code text not null,
    version int not null check (version >= 1),
    region text not null,
    name text not null,
    effective_from timestamptz not null,
    document jsonb not null,
    published_at timestamptz not null,
    published_by text not null,
    unique (code, version),
    unique (code, effective_from)
);
create index one_thing_region on one_thing_version (region, code);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A published % never changes', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger one_thing_version_is_immutable before update or delete on one_thing_version
    for each row execute function refuse_change();

create table department (
    id text primary key,
    region text not null,
    revision int not null check (revision >= 1),
    document jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create index department_region on department (region, id);

create table working_calendar (
    region text not null,
    version int not null check (version >= 1),
    content_hash text not null,
    document jsonb not null,
    published_at timestamptz not null,
    published_by text not null,
    primary key (region, version)
);
create trigger working_calendar_is_immutable before update or delete on working_calendar
    for each row execute function refuse_change();

-- Answers to commands that carried an idempotency key.
create table answered_request (
    key text primary key,
    fingerprint text not null,
    answer text not null,
    answered_at timestamptz not null
);
