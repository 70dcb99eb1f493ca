grant usage on schema app to zl_app;

-- The history itself stays closed: its rows name who migrated.
create function app.migrations() returns table (version text, success boolean)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select h.version, h.success from migration.flyway_schema_history h where h.version is not null
$$;
comment on function app.migrations() is '已执行的建表脚本和是否成功，供就绪检查';
revoke all on function app.migrations() from public;
grant execute on function app.migrations() to zl_app;
