-- 送达任务: refusals that the certificate window has to deliver; a row goes when its notice is delivered or voided.
create table notice_task (
    no text collate "C" primary key,
    case_no text collate "C" not null,
    issued_at timestamptz not null
);

-- Case numbers begin with the region.
create index notice_task_case on notice_task (case_no);
