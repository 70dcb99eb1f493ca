create table access.outside_account (
  issuer text not null check (length(issuer) between 1 and 300),
  subject text not null check (length(subject) between 1 and 255),
  person bigint not null references access.person (id),
  linked_by bigint not null references access.person (id),
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
comment on table access.outside_account is '统一身份认证的账号与人员的对应；只由安全管理岗逐个设置，登录时从不自动建立';
comment on column access.outside_account.issuer is '签发方网址';
comment on column access.outside_account.subject is '签发方给的用户标识（sub）';
comment on column access.outside_account.person is '对应的人员';
comment on column access.outside_account.linked_by is '由谁设置';
comment on column access.outside_account.linked_at is '设置时间';
create index on access.outside_account (person);
grant select, insert, delete on access.outside_account to zl_app;
