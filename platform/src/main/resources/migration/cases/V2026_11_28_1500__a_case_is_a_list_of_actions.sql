create schema cases;
comment on schema cases is '办件：案卷、经过、时限、材料、会审、回执';
grant usage on schema cases to zl_app;

create table cases.number_series (
  prefix text not null,
  year int not null,
  last int not null check (last > 0),
  primary key (prefix, year)
);
comment on table cases.number_series is '案卷编号：每个区划每个专项每年连续编号，不跳号';
comment on column cases.number_series.prefix is '区划简称加专项字：任古救';
comment on column cases.number_series.year is '年份';
comment on column cases.number_series.last is '已编到第几号';

create table cases.case_file (
  id bigint generated always as identity primary key,
  number text not null unique,
  procedure text not null,
  area text not null,
  about text not null check (length(about) between 1 and 120),
  applicant bigint,
  form uuid not null unique,
  version int not null check (version > 0),
  head text not null check (length(head) = 64),
  phase text not null check (phase in ('OPEN', 'CLOSED', 'WITHDRAWN')),
  standing text not null check (length(standing) between 1 and 40),
  next_step text not null check (length(next_step) <= 60),
  desk text not null,
  desk_area text not null,
  desk_post bigint,
  due_class smallint not null default 1 check (due_class in (0, 1, 2)),
  due_on date not null default '9999-12-31',
  opened_on date not null,
  opened_at timestamptz not null,
  closed_on date,
  sample boolean not null,
  check ((phase = 'OPEN') = (closed_on is null))
);
comment on table cases.case_file is '案卷：一件申请或事项，状态由它的经过推出';
comment on column cases.case_file.id is '编号（内部）';
comment on column cases.case_file.number is '案卷编号：任古救〔2020〕137号';
comment on column cases.case_file.procedure is '办理程序';
comment on column cases.case_file.area is '所属区划：谁能看见';
comment on column cases.case_file.about is '申请人或事项：张三户';
comment on column cases.case_file.applicant is '申请人（居民编号）；没有时为空';
comment on column cases.case_file.form is '表单标识：同一张表单只成一件';
comment on column cases.case_file.version is '版次：经过的条数';
comment on column cases.case_file.head is '最后一条经过的摘要';
comment on column cases.case_file.phase is '阶段：OPEN 在办，CLOSED 办结，WITHDRAWN 撤回';
comment on column cases.case_file.standing is '现在的状态，由程序推出';
comment on column cases.case_file.next_step is '下一步做什么';
comment on column cases.case_file.desk is '现在由哪类岗位办';
comment on column cases.case_file.desk_area is '现在由哪个区划的岗位办';
comment on column cases.case_file.desk_post is '指定的岗位；空：该类岗位都可办';
comment on column cases.case_file.due_class is '排列：0 有到期日，1 没有到期日，2 时限已中止';
comment on column cases.case_file.due_on is '最早的到期日（推出值）；没有时为 9999-12-31';
comment on column cases.case_file.opened_on is '收到的业务日期';
comment on column cases.case_file.opened_at is '收到的时间';
comment on column cases.case_file.closed_on is '办结或撤回的业务日期';
comment on column cases.case_file.sample is '示例数据';
create index on cases.case_file (desk_area, desk, due_class, due_on, id) where phase = 'OPEN';
create index on cases.case_file (area, due_class, due_on, id);
create index on cases.case_file (procedure, due_class, due_on, id);
create index on cases.case_file (applicant);

create table cases.action (
  case_file bigint not null references cases.case_file (id),
  seq int not null check (seq > 0),
  form uuid not null,
  kind text not null check (length(kind) between 1 and 60),
  what text not null check (length(what) between 1 and 60),
  payload bytea not null,
  digest text not null check (length(digest) = 64),
  person bigint,
  person_name text not null,
  post bigint,
  post_title text not null,
  at timestamptz not null,
  on_day date not null,
  primary key (case_file, seq),
  unique (case_file, form)
);
comment on table cases.action is '办理经过：只增不改';
comment on column cases.action.case_file is '案卷';
comment on column cases.action.seq is '第几条';
comment on column cases.action.form is '表单标识：同一张表单只记一条';
comment on column cases.action.kind is '类别';
comment on column cases.action.what is '做了什么（中文）';
comment on column cases.action.payload is '内容，封存';
comment on column cases.action.digest is '摘要（SM3）：接着前一条的摘要';
comment on column cases.action.person is '经办人；程序所为时为空';
comment on column cases.action.person_name is '经办人姓名，当时的';
comment on column cases.action.post is '经办岗位';
comment on column cases.action.post_title is '经办岗位名称，当时的';
comment on column cases.action.at is '时间';
comment on column cases.action.on_day is '业务日期';

create table cases.clock (
  id bigint generated always as identity primary key,
  case_file bigint not null references cases.case_file (id),
  name text not null,
  title text not null,
  budget text not null check (budget ~ '^[WDM][0-9]+R?$'),
  clause_document text not null,
  clause_path text not null,
  rungs text[] not null,
  started_on date not null,
  stopped_on date,
  suspended boolean not null default false,
  due_on date,
  missing_year int
);
comment on table cases.clock is '法定时限：额度和依据；到期日由经过和日历推出';
comment on column cases.clock.id is '编号';
comment on column cases.clock.case_file is '案卷';
comment on column cases.clock.name is '时限名称（标识）';
comment on column cases.clock.title is '时限名称（中文）';
comment on column cases.clock.budget is '额度：W20 工作日，D7 日，M1 月；R 遇休息日顺延';
comment on column cases.clock.clause_document is '依据的文件';
comment on column cases.clock.clause_path is '依据的条款';
comment on column cases.clock.rungs is '提醒档次';
comment on column cases.clock.started_on is '起算日（当日不计）';
comment on column cases.clock.stopped_on is '停止日';
comment on column cases.clock.suspended is '是否中止而推不出到期日（推出值）';
comment on column cases.clock.due_on is '到期日（推出值）；推不出时为空';
comment on column cases.clock.missing_year is '缺哪一年的放假安排（推出值）';
create index on cases.clock (case_file);
create unique index on cases.clock (case_file, name) where stopped_on is null;
create index on cases.clock (id) where stopped_on is null;

create table cases.clock_act (
  clock bigint not null references cases.clock (id),
  case_file bigint not null references cases.case_file (id),
  seq int not null check (seq > 0),
  what text not null check (what in ('START', 'SUSPEND', 'RESUME', 'STOP')),
  on_day date not null,
  ground text,
  limit_budget text check (limit_budget ~ '^[WDM][0-9]+R?$'),
  clause_document text,
  clause_path text,
  note text not null check (length(note) <= 200),
  person_name text not null,
  post_title text not null,
  at timestamptz not null,
  primary key (clock, seq),
  check ((what in ('SUSPEND', 'RESUME')) = (ground is not null))
);
comment on table cases.clock_act is '时限的经过：起算、中止、恢复、停止，只增不改';
comment on column cases.clock_act.clock is '时限';
comment on column cases.clock_act.case_file is '案卷';
comment on column cases.clock_act.seq is '第几条';
comment on column cases.clock_act.what is 'START 起算，SUSPEND 中止，RESUME 恢复，STOP 停止';
comment on column cases.clock_act.on_day is '业务日期';
comment on column cases.clock_act.ground is '中止事由';
comment on column cases.clock_act.limit_budget is '中止最长多久；空：没有上限';
comment on column cases.clock_act.clause_document is '依据的文件';
comment on column cases.clock_act.clause_path is '依据的条款';
comment on column cases.clock_act.note is '说明';
comment on column cases.clock_act.person_name is '经办人';
comment on column cases.clock_act.post_title is '经办岗位';
comment on column cases.clock_act.at is '时间';
create index on cases.clock_act (case_file);

create table cases.rung (
  clock bigint not null references cases.clock (id),
  case_file bigint not null references cases.case_file (id),
  rung text not null,
  due_on date,
  fired_on date,
  fired_at timestamptz,
  primary key (clock, rung),
  check ((fired_on is null) = (fired_at is null))
);
comment on table cases.rung is '时限提醒：每档只响一次';
comment on column cases.rung.clock is '时限';
comment on column cases.rung.case_file is '案卷';
comment on column cases.rung.rung is '档次：HALF 过半，THREE_QUARTERS 过四分之三，OVERDUE 逾期';
comment on column cases.rung.due_on is '从哪一天起该响（推出值）';
comment on column cases.rung.fired_on is '响的业务日期';
comment on column cases.rung.fired_at is '响的时间';
create index on cases.rung (due_on, clock) where fired_at is null;
create index on cases.rung (case_file);

create table cases.calendar_used (
  single_row boolean primary key default true check (single_row),
  version text not null,
  used_at timestamptz not null
);
comment on table cases.calendar_used is '到期日按哪一版放假安排推出';
comment on column cases.calendar_used.single_row is '只有一行（一直为真）';
comment on column cases.calendar_used.version is '放假安排的摘要';
comment on column cases.calendar_used.used_at is '时间';

create table cases.stored_file (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  type text not null,
  key bigint not null,
  stored_at timestamptz not null
);
comment on table cases.stored_file is '封存的文件：按内容的摘要存放';
comment on column cases.stored_file.digest is '内容摘要（SM3），也是文件名';
comment on column cases.stored_file.bytes is '字节数';
comment on column cases.stored_file.type is '从内容认出的类型';
comment on column cases.stored_file.key is '封存所用的密钥';
comment on column cases.stored_file.stored_at is '存放时间';

create table cases.document (
  id bigint generated always as identity primary key,
  case_file bigint not null references cases.case_file (id),
  seq int not null,
  title text not null check (length(title) between 1 and 60),
  digest text not null references cases.stored_file (digest),
  shown text references cases.stored_file (digest),
  foreign key (case_file, seq) references cases.action (case_file, seq)
);
comment on table cases.document is '案卷材料：只增不改';
comment on column cases.document.id is '编号';
comment on column cases.document.case_file is '案卷';
comment on column cases.document.seq is '收到它的那条经过';
comment on column cases.document.title is '材料名称：收入证明';
comment on column cases.document.digest is '原件的摘要';
comment on column cases.document.shown is '页面上看的缩小图的摘要；不是图片时为空';
create index on cases.document (case_file, id);

-- A citizen sees the one case of the receipt; nobody acts on a case outside of the scope.
alter table cases.case_file enable row level security;
alter table cases.case_file force row level security;
create policy within_scope on cases.case_file to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
create policy own_case on cases.case_file for select to zl_app using (id = access.own_case());
create policy owner_reads on cases.case_file for select to zl_owner using (true);

-- What belongs to a case is seen with the case: the row of the case decides, so that a case that is handed over goes with
-- everything in it.
alter table cases.action enable row level security;
alter table cases.action force row level security;
create policy with_case on cases.action to zl_app
  using (exists (select 1 from cases.case_file c where c.id = case_file))
  with check (exists (select 1 from cases.case_file c where c.id = case_file and access.in_scope(c.area)));
create policy owner_reads on cases.action for select to zl_owner using (true);

alter table cases.clock enable row level security;
alter table cases.clock force row level security;
create policy with_case on cases.clock to zl_app
  using (exists (select 1 from cases.case_file c where c.id = case_file))
  with check (exists (select 1 from cases.case_file c where c.id = case_file and access.in_scope(c.area)));
create policy owner_reads on cases.clock for select to zl_owner using (true);

alter table cases.clock_act enable row level security;
alter table cases.clock_act force row level security;
create policy with_case on cases.clock_act to zl_app
  using (exists (select 1 from cases.case_file c where c.id = case_file))
  with check (exists (select 1 from cases.case_file c where c.id = case_file and access.in_scope(c.area)));
create policy owner_reads on cases.clock_act for select to zl_owner using (true);

alter table cases.rung enable row level security;
alter table cases.rung force row level security;
create policy with_case on cases.rung to zl_app
  using (exists (select 1 from cases.case_file c where c.id = case_file))
  with check (exists (select 1 from cases.case_file c where c.id = case_file and access.in_scope(c.area)));
create policy owner_reads on cases.rung for select to zl_owner using (true);

alter table cases.document enable row level security;
alter table cases.document force row level security;
create policy with_case on cases.document to zl_app
  using (exists (select 1 from cases.case_file c where c.id = case_file))
  with check (exists (select 1 from cases.case_file c where c.id = case_file and access.in_scope(c.area)));
create policy owner_reads on cases.document for select to zl_owner using (true);

-- A case that goes to another area leaves the scope of the post that hands it over: no policy allows that, this function does, from
-- within the scope and to an area that is there.
create policy owner_moves on cases.case_file for update to zl_owner using (true) with check (true);
create function cases.move(which bigint, to_area text) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  update cases.case_file set area = to_area
  where id = which and access.in_scope(area);
  return found;
end
$$;
comment on function cases.move(bigint, text) is '把一件移交给另一个区划：只能移交自己范围内的';
revoke all on function cases.move(bigint, text) from public;
grant execute on function cases.move(bigint, text) to zl_app;

-- Keys change: only the very value that was sealed before is sealed anew, by whoever holds the keys.
create policy owner_seals on cases.action for update to zl_owner using (true) with check (true);
create function cases.seal_anew(which bigint, nth int, sealed bytea, anew bytea) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  update cases.action set payload = anew where case_file = which and seq = nth and payload = sealed;
  return found;
end
$$;
comment on function cases.seal_anew(bigint, int, bytea, bytea) is '换密钥：把一条经过重新封存';
revoke all on function cases.seal_anew(bigint, int, bytea, bytea) from public;
grant execute on function cases.seal_anew(bigint, int, bytea, bytea) to zl_app;

create function cases.keys_of_actions() returns setof bigint
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select distinct ('x' || encode(substring(payload from 3 for 8), 'hex'))::bit(64)::bigint from cases.action
$$;
comment on function cases.keys_of_actions() is '全部经过现在用到的密钥编号';
revoke all on function cases.keys_of_actions() from public;
grant execute on function cases.keys_of_actions() to zl_app;

grant select, insert, update on cases.number_series to zl_app;
grant select, insert on cases.case_file, cases.action, cases.clock, cases.clock_act, cases.rung, cases.document to zl_app;
grant update (version, head, phase, standing, next_step, desk, desk_area, desk_post, due_class, due_on, closed_on)
  on cases.case_file to zl_app;
grant update (stopped_on, suspended, due_on, missing_year) on cases.clock to zl_app;
grant update (due_on, fired_on, fired_at) on cases.rung to zl_app;
grant select, insert on cases.stored_file to zl_app;
grant update (key) on cases.stored_file to zl_app;
grant select, insert, update on cases.calendar_used to zl_app;
