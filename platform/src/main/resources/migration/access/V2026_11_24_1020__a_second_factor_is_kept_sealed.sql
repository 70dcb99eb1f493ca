create table access.second_factor (
  person bigint primary key references access.person (id),
  secret bytea not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
comment on table access.second_factor is '二次验证：手机上的动态码（RFC 6238）';
comment on column access.second_factor.person is '谁的';
comment on column access.second_factor.secret is '密钥，已加密；算法和密钥编号写在密文里';
comment on column access.second_factor.made_at is '生成时间';
comment on column access.second_factor.confirmed_at is '启用时间；空：还没有用动态码确认过';
comment on column access.second_factor.last_step is '最近用过的时间格（30 秒一格）；同一格和更早的不再接受';

create table access.recovery_code (
  digest text primary key check (length(digest) = 64),
  person bigint not null references access.person (id),
  used_at timestamptz
);
comment on table access.recovery_code is '备用码：手机不在时代替一次动态码';
comment on column access.recovery_code.digest is '备用码的摘要；原文只在生成时显示一次';
comment on column access.recovery_code.person is '谁的';
comment on column access.recovery_code.used_at is '使用时间；每个只能用一次';
create index on access.recovery_code (person);

grant select, insert, update, delete on access.second_factor, access.recovery_code to zl_app;
