create table access.sign_in_address (
  address_digest text primary key check (length(address_digest) = 64),
  failures int not null check (failures >= 0),
  since timestamptz not null
);
comment on table access.sign_in_address is '来自一个网络地址的登录失败：一段时间里太多，就请没有在这里登录过的人稍等';
comment on column access.sign_in_address.address_digest is '网络地址的摘要；原文不保存';
comment on column access.sign_in_address.failures is '这段时间里的失败次数';
comment on column access.sign_in_address.since is '这段时间从何时算起';

create table access.sign_in_known (
  digest text primary key check (length(digest) = 64),
  last_at timestamptz not null
);
comment on table access.sign_in_known is '谁在哪个网络地址成功登录过：这样的人不受同一地址上别人失败的影响';
comment on column access.sign_in_known.digest is '登录名和网络地址合在一起的摘要；都不保存原文';
comment on column access.sign_in_known.last_at is '最近一次成功；三十天后清除';

grant select, insert, update, delete on access.sign_in_address, access.sign_in_known to zl_app;
