-- Open clocks that have warned and that have breached by the code of their timer, one code per clock; they were counted in
-- eight bits per timer, which a seventeenth had no room for.
alter table bundle
    add column due_soon text[] not null default '{}',
    add column overdue text[] not null default '{}';

create temporary table timer (n int, code text) on commit drop;
insert into timer (n, code) values (0, 'INTAKE'), (1, 'STATUTORY_NOTICE'), (2, 'ACCEPTANCE'), (3, 'PROMISE'),
    (4, 'STATUTORY'), (5, 'SPECIAL_PROCEDURE'), (6, 'CORRECTION'), (7, 'TOLERANCE'), (8, 'PRE_REVIEW'),
    (9, 'IMMEDIATE_DECISION'), (10, 'RESULT_FILING'), (11, 'SAME_DAY_DELIVERY'), (12, 'RATING'), (13, 'SUPERVISION'),
    (14, 'PROGRESS'), (15, 'CERTIFICATE_EXPIRY');

update bundle set
    due_soon = array(select code from timer,
        generate_series(1, ((case when n < 8 then amber else amber_later end >> (8 * (n % 8))) & 255)::int)
        order by code),
    overdue = array(select code from timer,
        generate_series(1, ((case when n < 8 then late else late_later end >> (8 * (n % 8))) & 255)::int)
        order by code)
where amber <> 0 or amber_later <> 0 or late <> 0 or late_later <> 0;

drop index bundle_amber;
drop index bundle_late;
alter table bundle drop column amber, drop column amber_later, drop column late, drop column late_later;

create index bundle_due_soon on bundle (case_no) where due_soon <> '{}';
create index bundle_overdue on bundle (case_no) where overdue <> '{}';
