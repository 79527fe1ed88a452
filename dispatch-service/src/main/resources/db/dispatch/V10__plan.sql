-- 联办计划: one row per dispatched case. `state` is compact JSON with short names (PlanCodec); what the catalogue says
-- is looked up there by hash.
create table plan (
    case_no text primary key,
    state text not null,
    -- The departments that must decide about a blocked item; null while nothing is blocked.
    blocked_leads text[]
) with (fillfactor = 70);
create index plan_blocked on plan using gin (blocked_leads) where blocked_leads is not null;

-- What lead departments decided, with their reasons: the record of who did it, and the answer to a repeated request.
create table lead_command (
    id bigint generated always as identity primary key,
    case_no text not null,
    item_no text not null,
    command text not null,
    reason text not null,
    actor text not null,
    decided_at timestamptz not null,
    idempotency_key text unique,
    answer text not null
);
create index lead_command_case on lead_command (case_no, item_no);
