-- A part ends when the order no longer names its area, unless the supervision office gave it. What was given before is kept.
alter table supervision.task add column ended_by text not null default '';
comment on column supervision.task.ended_by is '终止的依据：新版不再列出，或后文件的条款';

alter table supervision.assignment add column named boolean not null default true;
alter table supervision.assignment add column split boolean not null default true;
alter table supervision.assignment add column ended_on date;
alter table supervision.assignment add column ended_by text not null default '';
alter table supervision.assignment alter column named drop default;
alter table supervision.assignment alter column split drop default;
comment on column supervision.assignment.named is '文件写明由该区划办理';
comment on column supervision.assignment.split is '由督查室分解给该区划';
comment on column supervision.assignment.ended_on is '从何日起不再办理';
comment on column supervision.assignment.ended_by is '不再办理的依据';

create table supervision.task_change (
  id bigint generated always as identity primary key,
  task text not null references supervision.task (id),
  what text not null check (what in ('ENDED', 'RESUMED')),
  on_day date not null,
  ground text not null,
  recorded_at timestamptz not null
);
comment on table supervision.task_change is '任务终止和恢复的经过，只增不改';
comment on column supervision.task_change.id is '编号';
comment on column supervision.task_change.task is '任务';
comment on column supervision.task_change.what is '终止或恢复';
comment on column supervision.task_change.on_day is '从何日起';
comment on column supervision.task_change.ground is '依据';
comment on column supervision.task_change.recorded_at is '记录时间';
create index on supervision.task_change (task, id);

create table supervision.assignment_change (
  id bigint generated always as identity primary key,
  assignment bigint not null,
  area text not null,
  what text not null check (what in ('ENDED', 'RESUMED')),
  on_day date not null,
  ground text not null,
  recorded_at timestamptz not null,
  foreign key (assignment, area) references supervision.assignment (id, area)
);
comment on table supervision.assignment_change is '一个区划的办理终止和恢复的经过，只增不改';
comment on column supervision.assignment_change.id is '编号';
comment on column supervision.assignment_change.assignment is '分解任务';
comment on column supervision.assignment_change.area is '区划';
comment on column supervision.assignment_change.what is '终止或恢复';
comment on column supervision.assignment_change.on_day is '从何日起';
comment on column supervision.assignment_change.ground is '依据';
comment on column supervision.assignment_change.recorded_at is '记录时间';
create index on supervision.assignment_change (assignment, id);
create index on supervision.assignment_change (area);

alter table supervision.assignment_change enable row level security;
alter table supervision.assignment_change force row level security;
create policy within_scope on supervision.assignment_change to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
create policy owner_reads on supervision.assignment_change for select to zl_owner using (true);

drop function supervision.public_progress();
create function supervision.public_progress()
  returns table (assignment bigint, task text, area text, unit text, percent int, reported_on date,
                 ended_on date)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select a.id, a.task, a.area, a.unit, r.percent, r.reported_on, a.ended_on
  from supervision.assignment a
  left join supervision.report r on r.assignment = a.id
  order by a.id, r.id
$$;
comment on function supervision.public_progress() is '公开的进度：任务、区划、完成率和填报日期';
revoke all on function supervision.public_progress() from public;
grant execute on function supervision.public_progress() to zl_app;

grant select, insert on supervision.task_change, supervision.assignment_change to zl_app;
grant update (named, split, ended_on, ended_by) on supervision.assignment to zl_app;
