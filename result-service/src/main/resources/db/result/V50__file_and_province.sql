-- 卷宗: written once with the receipt; people are sealed.
create table case_file (
    case_no text collate "C" primary key,
    people text not null,
    answers text not null,
    materials text not null,
    facts text not null
);

-- 上报: which versions of which cases were reported in one transaction.
create table province_sent (
    id bigint generated always as identity primary key,
    region text not null,
    day date not null,
    at timestamptz not null,
    cases text[] collate "C" not null,
    versions bigint[] not null
);
create index province_sent_day on province_sent (region, day);
create sequence province_resend;

-- Rows the province would not take.
create table province_rejected (
    row_guid text primary key,
    case_no text collate "C" not null,
    version bigint not null,
    reason text not null,
    at timestamptz not null,
    resent_at timestamptz
);
create index province_rejected_open on province_rejected (case_no) where resent_at is null;

-- 对账: the pages of one day until the last has come, and what the comparison found.
create table province_held (
    region text not null,
    day date not null,
    page int not null,
    guids text[] not null,
    digests text[] not null,
    primary key (region, day, page)
);
create table province_reconciliation (
    region text not null,
    day date not null,
    at timestamptz not null,
    differences text not null,
    primary key (region, day)
);
