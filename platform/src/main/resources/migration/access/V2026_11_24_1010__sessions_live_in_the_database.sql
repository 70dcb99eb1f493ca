create table access.session (
  id bigint generated always as identity unique,
  digest text primary key check (length(digest) = 64),
  person bigint not null references access.person (id),
  post bigint references access.post (id),
  password_set_at timestamptz,
  stage text not null check (stage in ('CODE', 'ENROL', 'FULL')),
  device text not null check (length(device) <= 60),
  made_at timestamptz not null,
  used_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > made_at),
  check ((stage = 'FULL') = (post is not null))
);
comment on table access.session is '登录：每个浏览器一行，几台服务器共用；结束即删行';
comment on column access.session.id is '编号，页面上用来结束它';
comment on column access.session.digest is '登录凭据的摘要（SHA-256）；凭据只在浏览器里，这里认不出原文';
comment on column access.session.person is '登录人';
comment on column access.session.post is '在用岗位；还没有做完二次验证时为空';
comment on column access.session.password_set_at is '登录时密码的设定时间；此后密码重设，登录即失效';
comment on column access.session.stage is '走到哪一步：CODE 待二次验证，ENROL 待启用二次验证，FULL 已登录';
comment on column access.session.device is '设备：用什么浏览器、什么系统';
comment on column access.session.made_at is '登录时间';
comment on column access.session.used_at is '最近使用时间，约每分钟记一次';
comment on column access.session.ends_at is '最晚到何时必须重新登录';
create index on access.session (person);
create index on access.session (ends_at);
grant select, insert, update, delete on access.session to zl_app;
