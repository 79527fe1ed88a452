-- 窗口操作: who did which of the six operations at which registered window; written with the command itself.
create table window_operation (
    at timestamptz not null,
    window_id text not null,
    clerk text not null,
    operation text not null,
    region text,
    case_no text
);
create index window_operation_at on window_operation (window_id, at);

-- 原件: what was done with the paper originals of a case, in order; where they are follows from it. act is sealed.
create table custody_act (
    case_no text not null,
    ordinal int not null,
    act text not null,
    primary key (case_no, ordinal)
);

-- 一致性确认: written once, never changed.
create table attestation (
    case_no text not null,
    ordinal int not null,
    material text not null,
    digest text not null,
    sm3 text not null,
    kept boolean not null,
    clerk text not null,
    window_id text,
    at timestamptz not null,
    primary key (case_no, ordinal)
);

-- 打印留存: who printed which electronic copies for a paper file.
create table print_log (
    case_no text not null,
    ordinal int not null,
    materials text[] not null,
    copies int not null,
    purpose text not null,
    actor text not null,
    at timestamptz not null,
    primary key (case_no, ordinal)
);

-- Applications that ended without approval: whoever gives originals back looks for them here. Most never enter it.
create index application_to_return on application (case_no)
    where state in ('WITHDRAWN', 'LAPSED')
        or state = 'SETTLED' and outcome in ('DENIED', 'WITHDRAWN', 'TERMINATED', 'NOT_ACCEPTED');

-- 授权委托. principal and agent are keyed digests of type and number; body is sealed and holds everything else.
create table mandate (
    number text primary key,
    region text not null,
    principal text not null,
    agent text not null,
    account text,
    until date not null,
    body text not null,
    recorded_at timestamptz not null,
    revoked_at timestamptz
);
create index mandate_principal on mandate (principal, region);
create index mandate_agent on mandate (agent, region);

-- 工单: consultations, data objections, parcels. body is sealed; the columns are what lists are made by.
create table ticket (
    number text primary key,
    kind text not null,
    region text not null,
    subject text not null,
    state text not null,
    case_no text,
    body text not null,
    opened_at timestamptz not null,
    changed_at timestamptz not null
);
create index ticket_list on ticket (kind, region, subject, number);
create index ticket_case on ticket (case_no) where case_no is not null;
