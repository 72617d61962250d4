-- A supervisor lets parked work go again: the work is then the subject of a history, and the one thing staff may change in the
-- outbox is to make a parked row due.
alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check
  check (subject_kind in ('case', 'draft', 'letter', 'batch', 'staff', 'service', 'task', 'job'));
create policy retried on outbox for update
  using ((select actor_kind()) = 'staff' and parked_at is not null)
  with check ((select actor_kind()) = 'staff' and parked_at is null and enqueued_at is null);
