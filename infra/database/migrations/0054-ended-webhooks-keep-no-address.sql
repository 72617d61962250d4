-- Of a webhook that ended, its host alone is needed: no sealed address of those that ended since 0052 stays either.
set local guichet.actor_kind = 'system';
update webhook set url_sealed = null where ended_at is not null and url_sealed is not null;
