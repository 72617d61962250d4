-- The mailroom's own material is destroyed after a time of its own (decision 0031): keys go, so that what they seal can't be opened.
alter table letter alter column data_key drop not null;
grant delete on keying to guichet_app;
grant update (small) on batch_page to guichet_app;
create policy forgotten on batch_page for update using ((select actor_kind()) = 'system');

-- A form on which nothing was written is told as that, not as read without a doubt.
alter table letter add column is_blank boolean not null default false;
