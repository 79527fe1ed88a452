-- 补正期限 of a notice; null: none was set.
alter table correction_notice add column due_at timestamptz;
alter table correction_notice add column may_lapse boolean not null default false;

-- 当场补正 and 补交: what was there before, for the applications that were changed within a round. former is what the
-- column application.pack held.
create table amendment (
    case_no text not null,
    ordinal int not null,
    kind text not null,
    codes text not null,
    amended_at timestamptz not null,
    actor text not null,
    former text not null,
    primary key (case_no, ordinal)
);

-- 授权同意. party is a keyed digest of type and number, never the number; purposes and sources are lists with commas.
create table consent (
    id text primary key,
    region text not null,
    party text not null,
    purposes text not null,
    sources text not null,
    text_id text not null,
    text_version int not null,
    given_at timestamptz not null,
    given_by text not null,
    until timestamptz,
    revoked_at timestamptz,
    revoked_by text
);
create index consent_party on consent (party);

-- 数据使用记录: every time a data source, a certificate library or a profile was used, whatever came of it.
create table data_access (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    region text not null,
    party text not null,
    consent text not null,
    purpose text not null,
    source text not null,
    mode text,
    subject text not null,
    outcome text not null,
    digest text,
    legal_basis text,
    actor text not null
);
create index data_access_consent on data_access (consent, id);

-- 信用限制: who may make no commitments until it is repaired.
create table party_exclusion (
    id bigint generated always as identity primary key,
    party text not null,
    kind text not null,
    case_no text,
    detail text not null,
    excluded_at timestamptz not null,
    excluded_by text not null,
    repaired_at timestamptz,
    repaired_by text,
    repair_detail text
);
create unique index party_exclusion_standing on party_exclusion (party, kind, coalesce(case_no, ''))
    where repaired_at is null;

-- 承诺履约信息 for the credit platform, which pages through it by id. subject is sealed.
create table credit_record (
    id bigint generated always as identity primary key,
    party text not null,
    subject text not null,
    case_no text,
    material text,
    kind text not null,
    detail text,
    at timestamptz not null
);

-- 一人一档、一企一档: what was attested last, for those who agreed to it. content is sealed.
create table profile (
    party text not null,
    region text not null,
    content text not null,
    consent text not null,
    case_no text not null,
    updated_at timestamptz not null,
    primary key (party, region)
);

-- 预填表单: what a form was filled in with, until the application comes. content is sealed.
create table prefill (
    id text primary key,
    party text not null,
    region text not null,
    one_thing text not null,
    content text not null,
    made_at timestamptz not null
);
create index prefill_made on prefill (made_at);
