-- Of who came by appointment: how far ahead of its coming the line counts this visit, kept so that it is still so when the person
-- is sent on or comes back to the line.
alter table visit add column ahead_minutes smallint check (ahead_minutes between 0 and 60);
