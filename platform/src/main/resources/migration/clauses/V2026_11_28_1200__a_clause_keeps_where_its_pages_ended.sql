-- What was published before has none: where its pages ended was not kept.
alter table clauses.clause add column page_ends int[] not null default '{}';
comment on column clauses.clause.page_ends is '正文中原文分页、句子接上的位置：在第几个字之后';
