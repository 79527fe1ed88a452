-- 收件时间: the five working days in which a department may ask for a correction run from here (行政许可法 32). The body
-- is sealed from now on; what was stored before is readable as it is.
alter table pack add column received_at timestamptz;

-- 绿色通道 first; what only some deliveries say, as JSON.
alter table delivery add column priority boolean not null default false;
alter table delivery add column detail text;
drop index delivery_queue;
create index delivery_queue on delivery (department, priority desc, due_at);

-- How pushes are signed.
alter table channel add column signature text not null default 'HMAC_SHA256';
