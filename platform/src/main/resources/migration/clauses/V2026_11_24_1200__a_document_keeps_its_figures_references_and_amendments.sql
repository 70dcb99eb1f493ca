-- An edition is in force from a day of its own, until the next one is.
alter table clauses.document add column in_force_from date;
alter table clauses.document add column addressees text[] not null default '{}';
update clauses.document d
  set in_force_from = case
    when d.edition = 1 then coalesce(d.date_written, d.date_printed, i.published_on)
    else i.published_on end
  from clauses.import i where i.id = d.import;
update clauses.document set in_force_from = coalesce(date_written, date_printed, date '2000-01-01')
  where in_force_from is null;
alter table clauses.document alter column in_force_from set not null;
comment on column clauses.document.in_force_from is '本版从何日起为准：首版为成文日期，以后各版为发布的业务日期';
comment on column clauses.document.addressees is '主送机关';

create or replace view clauses.current_document with (security_invoker = true) as
  select d.* from clauses.document d
  where d.edition = (select max(n.edition) from clauses.document n where n.number = d.number);

create table clauses.annex (
  document text not null,
  edition int not null,
  position int not null,
  title text not null,
  printed boolean not null,
  primary key (document, edition, position),
  foreign key (document, edition) references clauses.document (number, edition)
);
comment on table clauses.annex is '文件写明的附件';
comment on column clauses.annex.document is '发文字号';
comment on column clauses.annex.edition is '版次';
comment on column clauses.annex.position is '顺序';
comment on column clauses.annex.title is '附件名称';
comment on column clauses.annex.printed is '公报是否刊登了它的文字';

create table clauses.ordered_task (
  document text not null,
  edition int not null,
  id text not null,
  position int not null,
  clause_path text not null,
  title text not null,
  lead text[] not null,
  responsible text[] not null,
  deadline text not null,
  deadline_text text not null,
  source text not null,
  primary key (document, edition, id),
  foreign key (document, edition) references clauses.document (number, edition)
);
comment on table clauses.ordered_task is '各版文件布置的任务，留作比较；办理情况在督查';
comment on column clauses.ordered_task.document is '发文字号';
comment on column clauses.ordered_task.edition is '版次';
comment on column clauses.ordered_task.id is '任务标识';
comment on column clauses.ordered_task.position is '顺序';
comment on column clauses.ordered_task.clause_path is '条款路径';
comment on column clauses.ordered_task.title is '任务内容';
comment on column clauses.ordered_task.lead is '牵头单位；空：由督查室指派';
comment on column clauses.ordered_task.responsible is '责任单位';
comment on column clauses.ordered_task.deadline is '时限（类型和日期）';
comment on column clauses.ordered_task.deadline_text is '原文的时限用语';
comment on column clauses.ordered_task.source is '出处：原文行号，或附件的表和行';

create table clauses.indicator (
  document text not null,
  edition int not null,
  id text not null,
  position int not null,
  clause_path text not null,
  name text not null,
  comparator text not null check (comparator in ('AT_LEAST', 'AT_MOST', 'ABOUT', 'EXACTLY', 'RANGE')),
  value numeric not null,
  high numeric,
  unit text not null,
  by_day date,
  for_whom text not null,
  words text not null,
  confidence int not null check (confidence between 0 and 100),
  first_line int not null,
  last_line int not null,
  primary key (document, edition, id),
  foreign key (document, edition) references clauses.document (number, edition),
  check ((comparator = 'RANGE') = (high is not null))
);
comment on table clauses.indicator is '条款写明的数量目标';
comment on column clauses.indicator.document is '发文字号';
comment on column clauses.indicator.edition is '版次';
comment on column clauses.indicator.id is '标识：文号、条款路径、条内序号';
comment on column clauses.indicator.position is '顺序';
comment on column clauses.indicator.clause_path is '条款路径';
comment on column clauses.indicator.name is '指标名称';
comment on column clauses.indicator.comparator is '比较：不少于、不超过、约、等于、区间';
comment on column clauses.indicator.value is '数值，以单位本身计；区间为下限';
comment on column clauses.indicator.high is '区间的上限';
comment on column clauses.indicator.unit is '单位';
comment on column clauses.indicator.by_day is '达到的最后一日';
comment on column clauses.indicator.for_whom is '对谁';
comment on column clauses.indicator.words is '原文用语';
comment on column clauses.indicator.confidence is '置信度（%）；100 为人工确认';
comment on column clauses.indicator.first_line is '原文起始行';
comment on column clauses.indicator.last_line is '原文截止行';

create table clauses.reference (
  document text not null,
  edition int not null,
  position int not null,
  clause_path text not null,
  title text not null,
  number text not null,
  target text not null,
  effect text not null check (effect in ('CITES', 'FOLLOWS', 'AMENDS', 'ENDS')),
  words text not null,
  confidence int not null check (confidence between 0 and 100),
  first_line int not null,
  last_line int not null,
  primary key (document, edition, position),
  foreign key (document, edition) references clauses.document (number, edition)
);
comment on table clauses.reference is '条款提到的其他文件和条款';
comment on column clauses.reference.document is '发文字号';
comment on column clauses.reference.edition is '版次';
comment on column clauses.reference.position is '顺序';
comment on column clauses.reference.clause_path is '条款路径';
comment on column clauses.reference.title is '所提文件的标题';
comment on column clauses.reference.number is '所提文件的文号';
comment on column clauses.reference.target is '所提条款，照原文';
comment on column clauses.reference.effect is '作用：提及、依据、修改、废止';
comment on column clauses.reference.words is '原文用语';
comment on column clauses.reference.confidence is '置信度（%）；100 为人工确认';
comment on column clauses.reference.first_line is '原文起始行';
comment on column clauses.reference.last_line is '原文截止行';
create index on clauses.reference (number);

-- What a later document does to an earlier one. It holds while the edition of the later document that says so is current.
create table clauses.amendment (
  document text not null,
  edition int not null,
  position int not null,
  clause_path text not null,
  target_document text not null,
  target_path text not null,
  effect text not null check (effect in ('AMENDS', 'ENDS')),
  starts_on date not null,
  new_words text not null,
  confirmed_by text not null,
  primary key (document, edition, position),
  foreign key (document, edition) references clauses.document (number, edition),
  check (effect = 'AMENDS' or new_words = '')
);
comment on table clauses.amendment is '后文件对前文件条款的修改或废止，由人确认';
comment on column clauses.amendment.document is '作出修改的文件';
comment on column clauses.amendment.edition is '作出修改的文件的版次';
comment on column clauses.amendment.position is '顺序';
comment on column clauses.amendment.clause_path is '作出修改的条款，即依据';
comment on column clauses.amendment.target_document is '被修改的文件';
comment on column clauses.amendment.target_path is '被修改的条款；空为整份文件';
comment on column clauses.amendment.effect is '修改或废止';
comment on column clauses.amendment.starts_on is '从何日起';
comment on column clauses.amendment.new_words is '改后的文字，照抄作出修改的条款；空为只注明已修改';
comment on column clauses.amendment.confirmed_by is '确认人';
create index on clauses.amendment (target_document);

create view clauses.current_amendment with (security_invoker = true) as
  select a.* from clauses.amendment a
  join clauses.current_document d on d.number = a.document and d.edition = a.edition;
comment on view clauses.current_amendment is '现行版文件作出的修改和废止';

alter table clauses.chronicle_entry
  add column kind text not null default 'OTHER' check (kind in ('MEETING', 'INSPECTION', 'SIGNING',
    'VISIT', 'OPENING', 'AWARD', 'APPOINTMENT', 'ISSUE', 'ACCIDENT', 'OTHER'));
alter table clauses.chronicle_entry add column places text[] not null default '{}';
comment on column clauses.chronicle_entry.kind is '类别：会议、检查、签约、来访等';
comment on column clauses.chronicle_entry.places is '地点';

create table clauses.chronicle_person (
  import bigint not null,
  entry int not null,
  position int not null,
  name text not null,
  posts text[] not null,
  primary key (import, entry, position),
  foreign key (import, entry) references clauses.chronicle_entry (import, position)
);
comment on table clauses.chronicle_person is '大事记提到的人';
comment on column clauses.chronicle_person.import is '来自哪次导入';
comment on column clauses.chronicle_person.entry is '大事记的顺序';
comment on column clauses.chronicle_person.position is '顺序';
comment on column clauses.chronicle_person.name is '姓名';
comment on column clauses.chronicle_person.posts is '职务';

create or replace view clauses.current_chronicle with (security_invoker = true) as
  select e.* from clauses.chronicle_entry e
  join clauses.import i on i.id = e.import
  where (not i.sample
         or not exists (select 1 from clauses.chronicle_entry re
                        join clauses.import r on r.id = re.import where not r.sample))
    and not exists (select 1 from clauses.chronicle_entry f
                    join clauses.import o on o.id = f.import
                    where o.sample = i.sample
                      and f.first_day = e.first_day and f.last_day = e.last_day and f.body = e.body
                      and (f.import, f.position) < (e.import, e.position));

grant select, insert on clauses.annex, clauses.ordered_task, clauses.indicator, clauses.reference,
  clauses.amendment, clauses.chronicle_person to zl_app;
grant select on clauses.current_amendment to zl_app;
