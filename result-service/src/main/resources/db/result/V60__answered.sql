-- 幂等: what was answered to a command with an Idempotency-Key, for good.
create table answered (
    scope text not null,
    key text not null,
    digest text not null,
    status smallint not null,
    body text not null,
    answered_at timestamptz not null,
    primary key (scope, key)
);

-- Keys that files were opened and moved with so far: a repetition is answered with the file as it stands at the upgrade,
-- another command under the key is refused. The columns they come from stay empty from now on.
insert into answered (scope, key, digest, status, body, answered_at)
select s.actor, s.idempotency_key, 'sha256:' || encode(sha256(convert_to(s.command, 'UTF8')), 'hex'),
    case when s.what = 'Opened' then 201 else 200 end,
    json_build_object('id', f.id, 'kind', f.kind, 'caseNo', f.case_no, 'itemNo', f.item_no, 'region', f.region,
        'department', f.department, 'state', f.state, 'open', f.open, 'red', f.red, 'subject', f.subject,
        'dueAt', to_char(f.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'openedAt', to_char(f.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'closedAt', to_char(f.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'version', f.version, 'body', f.body)::text,
    s.at
from care_step s join care_file f using (id)
where s.idempotency_key is not null and s.command is not null
on conflict do nothing;

-- A rating is known by its case and item: repeated under a key of before, it is answered that somebody rated already.
alter table rating alter column command drop not null;
