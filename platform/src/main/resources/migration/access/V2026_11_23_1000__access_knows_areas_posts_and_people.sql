create schema access;
comment on schema access is '权限：区划、单位、人员、岗位';
grant usage on schema access to zl_app;

create table access.area (
  code text primary key,
  name text not null,
  short_name text not null,
  level text not null check (level in ('city', 'county', 'township', 'village', 'zone')),
  parent text references access.area (code),
  legal_county text references access.area (code),
  sort int not null,
  check ((level = 'city') = (parent is null))
);
comment on table access.area is '区划：市、县（市、区）、功能区、乡镇（街道）、村（居）';
comment on column access.area.code is '区划代码（12 位统计用代码）；功能区没有法定代码，用自编标识';
comment on column access.area.name is '全称';
comment on column access.area.short_name is '简称，用于表头';
comment on column access.area.level is '层级：city 市，county 县（市、区），zone 功能区，township 乡镇（街道），village 村（居）';
comment on column access.area.parent is '上级区划';
comment on column access.area.legal_county is '功能区内街道的法定县级区划（待核实）';
comment on column access.area.sort is '排列顺序';
create index on access.area (parent, sort);

create table access.area_closure (
  descendant text not null references access.area (code),
  ancestor text not null references access.area (code),
  primary key (descendant, ancestor)
);
comment on table access.area_closure is '区划上下级展开：每个节点对其全部上级（含自身）一行';
comment on column access.area_closure.descendant is '下级（含自身）';
comment on column access.area_closure.ancestor is '上级（含自身）';
create index on access.area_closure (ancestor, descendant);

create function access.in_scope(area text) returns boolean
  language sql stable parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select 1 from access.area_closure c
    where c.descendant = area
      and c.ancestor = any (string_to_array(current_setting('zl.scope', true), ','))
  )
$$;
comment on function access.in_scope(text) is '该区划是否在当前岗位的范围内；没有范围时一律为否';

create table access.source (
  name text primary key,
  digest text not null,
  filled_at timestamptz not null
);
comment on table access.source is '随程序发布的名录装入到哪一版';
comment on column access.source.name is '名录';
comment on column access.source.digest is '内容摘要（SHA-256）';
comment on column access.source.filled_at is '装入时间';

create table access.department (
  id text primary key,
  name text not null unique,
  level text not null,
  expands text check (expands in ('counties', 'counties+zones')),
  area text references access.area (code)
);
comment on table access.department is '单位：公报点名的部门和单位';
comment on column access.department.id is '标识';
comment on column access.department.name is '规范名称';
comment on column access.department.level is '层级';
comment on column access.department.expands is '集合名称展开为：各县（市、区），或各县（市、区）和功能区';
comment on column access.department.area is '县级政府和功能区管委会所管的区划；市级单位为空';

create table access.department_alias (
  alias text primary key,
  department text not null references access.department (id)
);
comment on table access.department_alias is '单位别名';
comment on column access.department_alias.alias is '公文里出现过的写法';
comment on column access.department_alias.department is '所指单位';

create table access.person (
  id bigint generated always as identity primary key,
  sign_in_name text not null unique check (sign_in_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  name text not null check (length(name) between 1 and 60),
  password_hash text,
  password_set_at timestamptz,
  created_at timestamptz not null,
  sample boolean not null default false,
  check ((password_hash is null) = (password_set_at is null))
);
comment on table access.person is '工作人员';
comment on column access.person.id is '编号';
comment on column access.person.sign_in_name is '登录名';
comment on column access.person.name is '姓名';
comment on column access.person.password_hash is '口令摘要（Argon2id）；空：还没有设口令';
comment on column access.person.password_set_at is '口令设定时间；此前的登录随之失效';
comment on column access.person.created_at is '登记时间';
comment on column access.person.sample is '示例数据';

create table access.sign_in_attempt (
  name_digest text primary key,
  failures int not null check (failures > 0),
  locked_until timestamptz,
  last_at timestamptz not null
);
comment on table access.sign_in_attempt is '登录失败记录：不论登录名是否存在都一样记，不透露谁有账号';
comment on column access.sign_in_attempt.name_digest is '所填登录名的摘要；原文不保存';
comment on column access.sign_in_attempt.failures is '连续失败次数';
comment on column access.sign_in_attempt.locked_until is '暂停登录到何时';
comment on column access.sign_in_attempt.last_at is '最近一次失败时间；一天后清除';

create table access.post (
  id bigint generated always as identity primary key,
  person bigint not null references access.person (id),
  title text not null check (length(title) between 1 and 60),
  kind text not null check (kind in ('ADMINISTRATOR', 'GAZETTE_EDITOR', 'SUPERVISOR', 'REPORTER', 'LEADER')),
  area text not null references access.area (code),
  department text references access.department (id),
  held_from date not null,
  held_to date check (held_to >= held_from),
  given_by bigint references access.person (id),
  given_at timestamptz not null
);
comment on table access.post is '岗位：一人在一个区划担任的职责';
comment on column access.post.id is '编号';
comment on column access.post.person is '任职人员';
comment on column access.post.title is '岗位名称';
comment on column access.post.kind is '岗位类别';
comment on column access.post.area is '岗位所管区划';
comment on column access.post.department is '所属单位';
comment on column access.post.held_from is '任职起始日';
comment on column access.post.held_to is '任职截止日（不含当日）';
comment on column access.post.given_by is '由谁设置';
comment on column access.post.given_at is '设置时间';
create index on access.post (person);
create index on access.post (area);

alter table access.post enable row level security;
alter table access.post force row level security;
create policy within_scope on access.post to zl_app
  using (access.in_scope(area)) with check (access.in_scope(area));
-- Definer functions below run as the owner and answer one narrow question each.
create policy owner_reads on access.post for select to zl_owner using (true);

create table access.one_time_link (
  digest text primary key check (length(digest) = 64),
  person bigint references access.person (id),
  purpose text not null check (purpose in ('first-administrator', 'set-password')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz,
  check ((purpose = 'set-password') = (person is not null))
);
comment on table access.one_time_link is '一次性链接：设首位管理员或设口令';
comment on column access.one_time_link.digest is '链接口令的摘要；原文不保存';
comment on column access.one_time_link.person is '为谁设口令；首位管理员时为空';
comment on column access.one_time_link.purpose is '用途';
comment on column access.one_time_link.made_at is '生成时间';
comment on column access.one_time_link.expires_at is '失效时间';
comment on column access.one_time_link.used_at is '使用时间';
comment on column access.one_time_link.replaced_at is '被后来的链接替换的时间';

-- Before a post is chosen there is no scope: the posts of one person are answered by this function alone.
create function access.posts_of(whose bigint, on_day date)
  returns table (id bigint, title text, kind text, area text, area_name text, department text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select p.id, p.title, p.kind, p.area, a.name, d.name
  from access.post p
  join access.area a on a.code = p.area
  left join access.department d on d.id = p.department
  where p.person = whose and p.held_from <= on_day and (p.held_to is null or p.held_to > on_day)
  order by p.id
$$;
comment on function access.posts_of(bigint, date) is '某人在某日担任的岗位';
revoke all on function access.posts_of(bigint, date) from public;
grant execute on function access.posts_of(bigint, date) to zl_app;

create function access.has_administrator(on_day date, beside bigint) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select 1 from access.post
    where kind = 'ADMINISTRATOR' and id is distinct from beside
      and held_from <= on_day and (held_to is null or held_to > on_day)
  )
$$;
comment on function access.has_administrator(date, bigint) is '某日除指定岗位外是否还有人担任系统管理岗';
revoke all on function access.has_administrator(date, bigint) from public;
grant execute on function access.has_administrator(date, bigint) to zl_app;

grant select, insert, update on access.area, access.department, access.source to zl_app;
grant select, insert, update on access.person, access.post, access.one_time_link to zl_app;
grant select, insert, delete on access.area_closure, access.department_alias to zl_app;
grant select, insert, update, delete on access.sign_in_attempt to zl_app;
