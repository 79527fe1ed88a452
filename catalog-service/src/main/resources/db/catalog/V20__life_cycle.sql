-- Where a version stands. A version without a row was published by document before there was a life cycle: it is live.
create table version_stage (
    content_hash text primary key references one_thing_version (content_hash),
    code text not null,
    version int not null,
    stage text not null check (stage in ('TESTING', 'TRIAL', 'LIVE', 'WITHDRAWN')),
    since timestamptz not null
);

-- A one-thing that is suspended or retired, all its versions with it.
create table one_thing_pause (
    code text primary key,
    stage text not null check (stage in ('SUSPENDED', 'RETIRED'))
);

create table stage_log (
    id bigint generated always as identity primary key,
    code text not null,
    version int,
    stage text not null,
    reason text,
    detail text,
    document_number text,
    document_date date,
    at timestamptz not null,
    by text not null
);
create index stage_log_code on stage_log (code, id);
create trigger stage_log_is_immutable before update or delete on stage_log
    for each row execute function refuse_change();

create view one_thing_standing as
    select v.content_hash, v.code, v.version, v.region, v.name, v.document, v.published_at, v.published_by,
        v.effective_from, coalesce(s.stage, 'LIVE') as own_stage,
        case when s.stage in ('TESTING', 'WITHDRAWN') then s.stage else coalesce(p.stage, s.stage, 'LIVE') end as stage,
        coalesce(s.since, v.effective_from) as since
    from one_thing_version v
    left join version_stage s on s.content_hash = v.content_hash
    left join one_thing_pause p on p.code = v.code;

create table draft (
    id text primary key,
    code text not null,
    region text not null,
    stage text not null,
    revision int not null check (revision >= 1),
    batch text,
    document jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create unique index draft_one_open on draft (code) where stage not in ('LIVE', 'ABANDONED');
create index draft_region on draft (region, id);

create table draft_log (
    draft_id text not null references draft (id),
    revision int not null,
    event text not null,
    document jsonb not null,
    at timestamptz not null,
    by text not null,
    primary key (draft_id, revision)
);
create trigger draft_log_is_immutable before update or delete on draft_log
    for each row execute function refuse_change();

-- What went with a publication: artefacts beside the version, answers, test runs, opinions, rehearsal.
create table dossier (
    content_hash text primary key references one_thing_version (content_hash),
    code text not null,
    document jsonb not null
);
create trigger dossier_is_immutable before update or delete on dossier
    for each row execute function refuse_change();

create table proposal (
    id text primary key,
    region text not null,
    state text not null,
    document jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create index proposal_region on proposal (region, id);

-- Who supports a suggestion, each account once.
create table proposal_support (
    proposal_id text not null references proposal (id),
    account text not null,
    at timestamptz not null,
    primary key (proposal_id, account)
);

create table batch (
    id text primary key,
    region text not null,
    document jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create index batch_region on batch (region, id);

-- 基本目录 of the upper level; the one imported last is in force.
create table base_catalogue (
    id bigint generated always as identity primary key,
    version text not null unique,
    document jsonb not null,
    imported_at timestamptz not null,
    imported_by text not null
);
create trigger base_catalogue_is_immutable before update or delete on base_catalogue
    for each row execute function refuse_change();

-- 窗口: the latest record of each; what was announced is on the topic.
create table service_window (
    id text primary key,
    region text not null,
    revision int not null check (revision >= 1),
    document jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create index service_window_region on service_window (region, id);

-- 压减目标 of a county; a county without a row takes the default.
create table reduction_target (
    region text primary key,
    document jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null
);
-- 石泉县 sets 50 % for the time; the others follow the default.
insert into reduction_target (region, document, changed_at, changed_by) values ('610922',
    '{"form": 0.5, "materials": 0.6, "time": 0.5, "steps": 0.8, "document": "石政办发〔2024〕24号"}',
    '2024-12-31T00:00:00+08:00', 'SYSTEM:catalog');

-- 推演: a draft replayed over closed cases.
create table rehearsal (
    id bigint generated always as identity primary key,
    draft_id text not null references draft (id),
    draft_revision int not null,
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    cases int not null,
    document jsonb not null,
    started_at timestamptz not null,
    started_by text not null,
    changed_at timestamptz not null
);
create index rehearsal_draft on rehearsal (draft_id, id);
create unique index rehearsal_one_running on rehearsal (draft_id) where state = 'RUNNING';
