create table access.citizen_session (
  digest text primary key check (length(digest) = 64),
  case_file bigint not null,
  case_number text not null check (length(case_number) between 1 and 80),
  area text not null references access.area (code),
  made_at timestamptz not null,
  used_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > made_at)
);
comment on table access.citizen_session is '申请人凭回执进入：每个浏览器一行，只对一件；结束即删行';
comment on column access.citizen_session.digest is '凭据的摘要（SHA-256）；凭据只在浏览器里，这里认不出原文';
comment on column access.citizen_session.case_file is '看哪一件：案件编号';
comment on column access.citizen_session.case_number is '案号';
comment on column access.citizen_session.area is '案件所在区划';
comment on column access.citizen_session.made_at is '进入时间';
comment on column access.citizen_session.used_at is '最近使用时间，约每分钟记一次';
comment on column access.citizen_session.ends_at is '最晚到何时必须重新进入';
create index on access.citizen_session (case_file);
create index on access.citizen_session (ends_at);

-- Nobody of an area reads it: a session is found by its token, before there is a scope.
alter table access.citizen_session enable row level security;
alter table access.citizen_session force row level security;
create policy by_token on access.citizen_session to zl_app using (true) with check (true);
create policy owner_reads on access.citizen_session for select to zl_owner using (true);
grant select, insert, update, delete on access.citizen_session to zl_app;
