-- 一次告知单 as handed out: never changed, the same content has the same id.
create table one_time_notice (
    id text primary key,
    code text not null,
    version integer not null,
    content_hash text not null,
    digest text not null,
    document jsonb not null,
    issued_at timestamptz not null,
    issued_by text not null
);
create index one_time_notice_code on one_time_notice (code, version);
