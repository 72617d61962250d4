-- What the caller erased while recording it: deleted at the provider at once, and never taken for a message to hear.
alter table recorded_call add column erased text[] not null default '{}';
