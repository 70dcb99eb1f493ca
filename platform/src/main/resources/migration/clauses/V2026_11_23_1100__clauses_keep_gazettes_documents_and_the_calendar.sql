create schema clauses;
comment on schema clauses is '公报与条款：导入、文件、条款、大事记、放假安排';
grant usage on schema clauses to zl_app;

create table clauses.import (
  id bigint generated always as identity primary key,
  file_name text not null,
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  content text not null,
  uploaded_by bigint not null,
  uploaded_at timestamptz not null,
  published_by bigint,
  published_on date,
  published_at timestamptz,
  sample boolean not null,
  check ((published_by is null) = (published_at is null)),
  check ((published_on is null) = (published_at is null))
);
comment on table clauses.import is '导入的公报文本，原样保存';
comment on column clauses.import.id is '编号';
comment on column clauses.import.file_name is '上传时的文件名';
comment on column clauses.import.digest is '文本的 SM3 摘要；同一文本只导入一次';
comment on column clauses.import.content is '文本全文';
comment on column clauses.import.uploaded_by is '上传人';
comment on column clauses.import.uploaded_at is '上传时间';
comment on column clauses.import.published_by is '发布人';
comment on column clauses.import.published_on is '发布的业务日期';
comment on column clauses.import.published_at is '发布时间';
comment on column clauses.import.sample is '示例数据';

create table clauses.draft_edit (
  import bigint not null references clauses.import (id),
  task text not null,
  title text not null check (length(title) between 1 and 400),
  lead text[] not null,
  responsible text[] not null,
  deadline text not null,
  edited_by bigint not null,
  edited_at timestamptz not null,
  primary key (import, task)
);
comment on table clauses.draft_edit is '校对时对识别结果的更正；草稿本身由文本重新识别得到，不另存';
comment on column clauses.draft_edit.import is '所属导入';
comment on column clauses.draft_edit.task is '任务标识';
comment on column clauses.draft_edit.title is '任务内容';
comment on column clauses.draft_edit.lead is '牵头单位';
comment on column clauses.draft_edit.responsible is '责任单位';
comment on column clauses.draft_edit.deadline is '时限';
comment on column clauses.draft_edit.edited_by is '更正人';
comment on column clauses.draft_edit.edited_at is '更正时间';

create table clauses.document (
  number text not null,
  edition int not null check (edition >= 1),
  import bigint not null references clauses.import (id),
  position int not null,
  title text not null,
  issuer text not null,
  kind text not null,
  date_written date,
  date_printed date,
  digest text not null,
  sample boolean not null,
  primary key (number, edition)
);
comment on table clauses.document is '已发布的文件；同一文号再次发布且文字不同，另成一版';
comment on column clauses.document.number is '发文字号全称';
comment on column clauses.document.edition is '版次';
comment on column clauses.document.import is '来自哪次导入';
comment on column clauses.document.position is '在公报中的顺序';
comment on column clauses.document.title is '标题';
comment on column clauses.document.issuer is '发文机关';
comment on column clauses.document.kind is '文种';
comment on column clauses.document.date_written is '成文日期';
comment on column clauses.document.date_printed is '印发日期';
comment on column clauses.document.digest is '条款文字和任务的摘要，用于辨认是否有变';
comment on column clauses.document.sample is '示例数据';

create table clauses.clause (
  document text not null,
  edition int not null,
  path text not null,
  position int not null,
  level int not null check (level >= 1),
  heading text not null,
  body text not null,
  first_line int not null,
  last_line int not null,
  primary key (document, edition, path),
  foreign key (document, edition) references clauses.document (number, edition)
);
comment on table clauses.clause is '条款';
comment on column clauses.clause.document is '发文字号';
comment on column clauses.clause.edition is '版次';
comment on column clauses.clause.path is '条款路径，如 二(三)7';
comment on column clauses.clause.position is '在文件中的顺序';
comment on column clauses.clause.level is '层次';
comment on column clauses.clause.heading is '标题';
comment on column clauses.clause.body is '正文，分页处已接上';
comment on column clauses.clause.first_line is '原文起始行';
comment on column clauses.clause.last_line is '原文截止行';

create table clauses.chronicle_entry (
  import bigint not null references clauses.import (id),
  position int not null,
  first_day date not null,
  last_day date not null,
  body text not null,
  primary key (import, position),
  check (last_day >= first_day)
);
comment on table clauses.chronicle_entry is '大事记';
comment on column clauses.chronicle_entry.import is '来自哪次导入';
comment on column clauses.chronicle_entry.position is '顺序';
comment on column clauses.chronicle_entry.first_day is '日期或起始日';
comment on column clauses.chronicle_entry.last_day is '截止日';
comment on column clauses.chronicle_entry.body is '内容';

create table clauses.holiday_table (
  year int primary key check (year between 2000 and 2100),
  notice text not null,
  days text not null,
  edited_by bigint,
  edited_at timestamptz not null
);
comment on table clauses.holiday_table is '放假安排：每年一份，来自国务院办公厅通知；没有载入的年份不推算';
comment on column clauses.holiday_table.year is '年份';
comment on column clauses.holiday_table.notice is '通知名称';
comment on column clauses.holiday_table.days is '逐日清单：日期,off 放假或 work 上班,名称';
comment on column clauses.holiday_table.edited_by is '维护人；空：随程序提供';
comment on column clauses.holiday_table.edited_at is '维护时间';

create view clauses.current_document with (security_invoker = true) as
  select d.* from clauses.document d
  where d.edition = (select max(n.edition) from clauses.document n where n.number = d.number);
comment on view clauses.current_document is '各文件的现行版';

create view clauses.current_chronicle with (security_invoker = true) as
  select e.* from clauses.chronicle_entry e
  join clauses.import i on i.id = e.import
  where not i.sample
     or not exists (select 1 from clauses.chronicle_entry re
                    join clauses.import r on r.id = re.import where not r.sample);
comment on view clauses.current_chronicle is '大事记；有了正式公报，示例就不再列出';

grant select, insert on all tables in schema clauses to zl_app;
grant update (published_by, published_on, published_at) on clauses.import to zl_app;
grant update, delete on clauses.draft_edit to zl_app;
grant update on clauses.holiday_table to zl_app;
