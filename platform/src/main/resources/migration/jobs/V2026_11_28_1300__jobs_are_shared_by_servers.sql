create schema jobs;
comment on schema jobs is '定时作业：几台服务器共用，每件每次只由一台来做';
grant usage on schema jobs to zl_app;

-- The names of the columns are those that the scheduler asks for.
create table jobs.job (
  task_name text not null,
  task_instance text not null,
  task_data bytea check (task_data is null),
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int not null default 0,
  last_heartbeat timestamptz,
  version bigint not null,
  primary key (task_name, task_instance),
  check (length(task_name) <= 60 and length(task_instance) <= 100)
);
comment on table jobs.job is '作业：下一次何时做、现在由哪台服务器在做';
comment on column jobs.job.task_name is '哪一种作业';
comment on column jobs.job.task_instance is '为哪一件：编号或代码，不写姓名；循环作业为 recurring';
comment on column jobs.job.task_data is '附带数据：不用，一律为空';
comment on column jobs.job.execution_time is '下一次应做的时间';
comment on column jobs.job.picked is '有服务器正在做';
comment on column jobs.job.picked_by is '正在做的服务器，每次启动一个新号';
comment on column jobs.job.last_success is '上次做成的时间';
comment on column jobs.job.last_failure is '上次失败的时间';
comment on column jobs.job.consecutive_failures is '连续失败次数';
comment on column jobs.job.last_heartbeat is '正在做的服务器最近一次报平安；久不报，由别的服务器接着做';
comment on column jobs.job.version is '版本：换手一次加一，接手之后原来那台写不进去';
create index on jobs.job (execution_time);
create index on jobs.job (last_heartbeat) where picked;

grant select, insert, update, delete on jobs.job to zl_app;
