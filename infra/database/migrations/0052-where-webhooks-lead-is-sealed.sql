-- Where a webhook leads may be a secret of the other side: it is sealed with the webhook's own key, and its host alone is told. What was
-- registered before is sealed when it is next sent to; of what ended, nothing but the host is needed.
alter table webhook alter column url drop not null, add column url_sealed bytea, add column host text;
set local guichet.actor_kind = 'system';
update webhook set host = substring(url from '^[a-z]+://([^/?#]+)'), url = case when ended_at is null then url end;
alter table webhook add check (url is null or url_sealed is null),
  add check (ended_at is not null or url is not null or url_sealed is not null);
grant update (url, url_sealed, host) on webhook to guichet_app;
