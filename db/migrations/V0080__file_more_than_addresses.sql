-- An item may be more than a page: an account, a live stream, a comment, a group or channel, a word, an advertisement,
-- an app, a file by its hash. What identifies it stands in url: its address, or, where it has none, its kind and its
-- name ('account:@nama'). The unique key, the search and the look for earlier items go by that, whatever the kind.
alter table item
  drop constraint item_kind,
  add constraint item_kind check (kind in
    ('url', 'account', 'live', 'comment', 'group', 'keyword', 'ad', 'app', 'hash')),
  add constraint item_canonical check (url ~ '^https?://' or (kind <> 'url' and starts_with(url, kind || ':'))),
  -- What else is known of it, by name: canonical JSON, and only the names that its kind has.
  add column identifiers text not null default '{}',
  add constraint item_identifiers check (
    length(identifiers) <= 8000
    and jsonb_typeof(identifiers::jsonb) = 'object'
    and identifiers::jsonb - case kind
      when 'account' then array['handle', 'id', 'link', 'name', 'followers']
      when 'live' then array['id', 'link', 'account_of', 'start']
      when 'comment' then array['id', 'link', 'account_of']
      when 'group' then array['id', 'link', 'name', 'members', 'access']
      when 'keyword' then array['word', 'language', 'product']
      when 'ad' then array['id', 'link', 'advertiser', 'run']
      when 'app' then array['id', 'link', 'store', 'version', 'developer', 'country']
      when 'hash' then array['hash', 'link', 'file_name', 'perceptual']
      else array[]::text[]
    end = '{}'::jsonb);
