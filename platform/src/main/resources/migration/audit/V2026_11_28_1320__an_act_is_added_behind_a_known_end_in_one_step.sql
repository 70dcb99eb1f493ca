-- A server that wrote the last entry of a chain knows its end: it need not ask for it again.
create function audit.hold_stream(stream smallint, known_length bigint, known_head bytea) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from audit.stream s
  where s.number = stream and s.length = known_length and s.head = known_head
  for update skip locked;
  return found;
end
$$;
comment on function audit.hold_stream(smallint, bigint, bytea) is '链头还是所知的那个且无人占用时，占用到本事务结束';
revoke all on function audit.hold_stream(smallint, bigint, bytea) from public;
grant execute on function audit.hold_stream(smallint, bigint, bytea) to zl_app;
