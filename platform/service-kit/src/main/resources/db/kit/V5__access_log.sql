-- 访问日志: one row per reading of personal data, kept.
create table access_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    role text not null,
    actor text not null,
    on_behalf_of text,
    window_id text,
    cases text[] not null,
    purpose text not null,
    fields text[] not null
);
create index access_log_cases on access_log using gin (cases);
create index access_log_actor on access_log (actor, at);
create index access_log_at on access_log using brin (at);

-- Which keys sealed this schema's personal data; fingerprints only.
create table data_key (
    id text primary key,
    fingerprint text not null
);
