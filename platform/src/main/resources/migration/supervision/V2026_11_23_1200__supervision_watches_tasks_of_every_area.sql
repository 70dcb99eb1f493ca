create schema supervision;
comment on schema supervision is '督查：任务、分解、填报';
grant usage on schema supervision to zl_app;

create table supervision.task (
  id text primary key,
  document text not null,
  clause_path text not null,
  edition int not null,
  position int not null,
  title text not null,
  lead text[] not null,
  responsible text[] not null,
  deadline text not null,
  deadline_text text not null,
  starts_on date not null,
  ended_on date,
  sample boolean not null
);
comment on table supervision.task is '督查任务：由公报的条款产生';
comment on column supervision.task.id is '标识：文号、条款路径、条内序号';
comment on column supervision.task.document is '发文字号';
comment on column supervision.task.clause_path is '条款路径';
comment on column supervision.task.edition is '文件版次';
comment on column supervision.task.position is '在文件中的顺序';
comment on column supervision.task.title is '任务内容';
comment on column supervision.task.lead is '牵头单位';
comment on column supervision.task.responsible is '责任单位';
comment on column supervision.task.deadline is '时限（类型和日期）';
comment on column supervision.task.deadline_text is '原文的时限用语';
comment on column supervision.task.starts_on is '起算日：文件成文日期';
comment on column supervision.task.ended_on is '新版文件不再列出的，从何日起不再督查';
comment on column supervision.task.sample is '示例数据';
create index on supervision.task (document, position);

create table supervision.assignment (
  id bigint generated always as identity primary key,
  task text not null references supervision.task (id),
  area text not null,
  unit text not null,
  created_at timestamptz not null,
  unique (task, area),
  unique (id, area)
);
comment on table supervision.assignment is '任务分解：一项任务在一个区划的办理';
comment on column supervision.assignment.id is '编号';
comment on column supervision.assignment.task is '任务';
comment on column supervision.assignment.area is '区划';
comment on column supervision.assignment.unit is '办理单位';
comment on column supervision.assignment.created_at is '分解时间';
create index on supervision.assignment (area);

create table supervision.report (
  id bigint generated always as identity primary key,
  assignment bigint not null,
  area text not null,
  percent int not null check (percent between 0 and 100),
  note text not null check (length(note) <= 2000),
  reported_on date not null,
  reported_at timestamptz not null,
  person bigint not null,
  post text not null,
  sample boolean not null,
  foreign key (assignment, area) references supervision.assignment (id, area)
);
comment on table supervision.report is '进度填报：只增不改，更正另填一条';
comment on column supervision.report.id is '编号';
comment on column supervision.report.assignment is '所报的分解任务';
comment on column supervision.report.area is '区划';
comment on column supervision.report.percent is '完成率（%）';
comment on column supervision.report.note is '情况说明';
comment on column supervision.report.reported_on is '填报的业务日期';
comment on column supervision.report.reported_at is '填报时间';
comment on column supervision.report.person is '填报人';
comment on column supervision.report.post is '填报人当时的岗位';
comment on column supervision.report.sample is '示例数据';
create index on supervision.report (assignment, id desc);
create index on supervision.report (area);

alter table supervision.assignment enable row level security;
alter table supervision.assignment force row level security;
create policy within_scope on supervision.assignment to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
create policy owner_reads on supervision.assignment for select to zl_owner using (true);

alter table supervision.report enable row level security;
alter table supervision.report force row level security;
create policy within_scope on supervision.report to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
create policy owner_reads on supervision.report for select to zl_owner using (true);

-- What everybody may read of the progress: which task, where, how far, when reported. No note, no person.
create function supervision.public_progress()
  returns table (assignment bigint, task text, area text, unit text, percent int, reported_on date)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select a.id, a.task, a.area, a.unit, r.percent, r.reported_on
  from supervision.assignment a
  left join supervision.report r on r.assignment = a.id
  order by a.id, r.id
$$;
comment on function supervision.public_progress() is '公开的进度：任务、区划、完成率和填报日期';
revoke all on function supervision.public_progress() from public;
grant execute on function supervision.public_progress() to zl_app;

grant select, insert, update on supervision.task to zl_app;
grant select, insert on supervision.assignment, supervision.report to zl_app;
grant update (unit) on supervision.assignment to zl_app;
