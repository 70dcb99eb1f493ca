-- 服务角色不能删链接；到期清理只能删早已失效的，一条有效的也删不到。
create function access.remove_ended_links(before timestamptz) returns bigint
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
  with removed as (
    delete from access.one_time_link where expires_at < least(before, now()) returning 1)
  select count(*) from removed
$$;
comment on function access.remove_ended_links(timestamptz) is '删去在所给时间以前已经失效的一次性链接，答删了几条';
revoke all on function access.remove_ended_links(timestamptz) from public;
grant execute on function access.remove_ended_links(timestamptz) to zl_app;
