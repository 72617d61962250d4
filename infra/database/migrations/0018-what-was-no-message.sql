-- Recordings that were told of as no message: unclaimed, they are nobody's to hear. Of those erased, the ones seen gone at the provider.
alter table recorded_call add column no_message text[] not null default '{}';
alter table recorded_call add column gone text[] not null default '{}';
