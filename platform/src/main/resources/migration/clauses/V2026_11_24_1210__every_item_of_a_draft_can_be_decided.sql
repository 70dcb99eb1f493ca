-- One line for each decision on an item; the newest counts, the earlier ones stay. Who answers names the decision they have seen:
-- the next number is theirs, and the key lets only one have it.
create table clauses.draft_decision (
  import bigint not null references clauses.import (id),
  kind text not null check (kind in ('LINE', 'DOCUMENT', 'ANNEX', 'CLAUSE', 'TASK', 'INDICATOR', 'REFERENCE', 'EVENT')),
  item text not null,
  revision int not null check (revision >= 1),
  verdict text not null check (verdict in ('CONFIRMED', 'DROPPED', 'CORRECTED', 'REOPENED')),
  decided_by bigint not null,
  editor text not null,
  decided_at timestamptz not null,
  primary key (import, kind, item, revision)
);
comment on table clauses.draft_decision is '校对时对识别结果的逐项处理，只增不改；草稿本身由文本重新识别得到，不另存';
comment on column clauses.draft_decision.import is '所属导入';
comment on column clauses.draft_decision.kind is '项目种类';
comment on column clauses.draft_decision.item is '项目标识：原文位置、识别标识，或人工补录的序号';
comment on column clauses.draft_decision.revision is '第几次处理';
comment on column clauses.draft_decision.verdict is '处理：确认、不采用、更正、撤回';
comment on column clauses.draft_decision.decided_by is '处理人';
comment on column clauses.draft_decision.editor is '处理人当时的姓名';
comment on column clauses.draft_decision.decided_at is '处理时间';

create table clauses.draft_value (
  import bigint not null,
  kind text not null,
  item text not null,
  revision int not null,
  field text not null,
  position int not null,
  value text not null,
  primary key (import, kind, item, revision, field, position),
  foreign key (import, kind, item, revision) references clauses.draft_decision (import, kind, item, revision)
);
comment on table clauses.draft_value is '更正的内容，一栏一值；有几个值的栏分几行';
comment on column clauses.draft_value.import is '所属导入';
comment on column clauses.draft_value.kind is '项目种类';
comment on column clauses.draft_value.item is '项目标识';
comment on column clauses.draft_value.revision is '第几次处理';
comment on column clauses.draft_value.field is '栏';
comment on column clauses.draft_value.position is '栏内顺序';
comment on column clauses.draft_value.value is '值';

insert into clauses.draft_decision (import, kind, item, revision, verdict, decided_by, editor, decided_at)
  select import, 'TASK', task, 1, 'CORRECTED', edited_by, '', edited_at from clauses.draft_edit;
insert into clauses.draft_value (import, kind, item, revision, field, position, value)
  select import, 'TASK', task, 1, 'text', 1, title from clauses.draft_edit
  union all
  select import, 'TASK', task, 1, 'deadline', 1, deadline from clauses.draft_edit
  union all
  select import, 'TASK', task, 1, 'unnamed', 1, 'STILL_OPEN' from clauses.draft_edit
  union all
  select import, 'TASK', task, 1, 'lead', l.position::int, l.name
  from clauses.draft_edit, unnest(lead) with ordinality l (name, position)
  union all
  select import, 'TASK', task, 1, 'responsible', r.position::int, r.name
  from clauses.draft_edit, unnest(responsible) with ordinality r (name, position);
drop table clauses.draft_edit;

create table clauses.annex_file (
  id bigint generated always as identity primary key,
  import bigint not null references clauses.import (id),
  annex text not null,
  file_name text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  uploaded_by bigint not null,
  uploaded_at timestamptz not null
);
comment on table clauses.annex_file is '公报没有刊登、另行拿到的附件任务清单，原样保存；同一附件以最后上传的为准';
comment on column clauses.annex_file.id is '编号';
comment on column clauses.annex_file.import is '所属导入';
comment on column clauses.annex_file.annex is '附件在原文的位置';
comment on column clauses.annex_file.file_name is '上传时的文件名';
comment on column clauses.annex_file.digest is '文件的 SM3 摘要';
comment on column clauses.annex_file.content is '文件内容';
comment on column clauses.annex_file.uploaded_by is '上传人';
comment on column clauses.annex_file.uploaded_at is '上传时间';

create table clauses.annex_row (
  file bigint not null references clauses.annex_file (id),
  sheet int not null,
  row_number int not null,
  ordinal text not null,
  clause text not null,
  task text not null,
  lead text not null,
  responsible text not null,
  deadline text not null,
  primary key (file, sheet, row_number)
);
comment on table clauses.annex_row is '附件任务清单的逐行内容，照填表人所填';
comment on column clauses.annex_row.file is '所属附件文件';
comment on column clauses.annex_row.sheet is '第几张表';
comment on column clauses.annex_row.row_number is '行号';
comment on column clauses.annex_row.ordinal is '序号';
comment on column clauses.annex_row.clause is '条款';
comment on column clauses.annex_row.task is '任务';
comment on column clauses.annex_row.lead is '牵头单位';
comment on column clauses.annex_row.responsible is '责任单位';
comment on column clauses.annex_row.deadline is '完成时限';

grant select, insert on clauses.draft_decision, clauses.draft_value, clauses.annex_file, clauses.annex_row to zl_app;
