-- Chinese has no blanks between words, and a word of two characters is the rule: every pair of neighbouring characters
-- is indexed. A pair only narrows down; containment decides.
create function clauses.plain(words text) returns text
  language plpgsql immutable strict parallel safe as $$
begin
  return regexp_replace(
    translate(lower(normalize(words, NFKC)), '〔〕【】〖〗[]“”„—–―─', '()()()()"""----'),
    '\s+', ' ', 'g');
end $$;
comment on function clauses.plain(text) is '查询用的写法：全角半角、各种括号、引号、连接号、大小写不分';

create function clauses.pairs(words text) returns text[]
  language plpgsql immutable strict parallel safe as $$
begin
  return (
    select coalesce(array_agg(distinct one.character || one.next), '{}')
    from (
      select c.character, lead(c.character) over (order by c.place) as next
      from string_to_table(clauses.plain(words), null) with ordinality c (character, place)
    ) one
    where one.next is not null);
end $$;
comment on function clauses.pairs(text) is '文字里每两个相邻的字';

create function clauses.pairs(terms text[]) returns text[]
  language plpgsql immutable strict parallel safe as $$
begin
  return (
    select coalesce(array_agg(distinct pair), '{}')
    from unnest(terms) term, unnest(clauses.pairs(term)) pair);
end $$;
comment on function clauses.pairs(text[]) is '几个词里每两个相邻的字';

create function clauses.contains_all(words text, terms text[]) returns boolean
  language plpgsql immutable strict parallel safe as $$
declare
  plain text := clauses.plain(words);
  term text;
begin
  foreach term in array terms loop
    if strpos(plain, clauses.plain(term)) = 0 then
      return false;
    end if;
  end loop;
  return true;
end $$;
comment on function clauses.contains_all(text, text[]) is '文字是否含有每一个词';

create function clauses.times(words text, terms text[]) returns int
  language plpgsql immutable strict parallel safe as $$
declare
  plain text := clauses.plain(words);
  term text;
  found int := 0;
begin
  foreach term in array terms loop
    term := clauses.plain(term);
    found := found + (length(plain) - length(replace(plain, term, ''))) / length(term);
  end loop;
  return found;
end $$;
comment on function clauses.times(text, text[]) is '各词在文字里共出现几次';

create index document_pairs on clauses.document
  using gin (clauses.pairs(number || ' ' || title || ' ' || issuer));
create index clause_pairs on clauses.clause using gin (clauses.pairs(heading || ' ' || body));
create index ordered_task_pairs on clauses.ordered_task using gin (clauses.pairs(title));
create index indicator_pairs on clauses.indicator using gin (clauses.pairs(name || ' ' || words));
create index chronicle_entry_pairs on clauses.chronicle_entry using gin (clauses.pairs(body));
