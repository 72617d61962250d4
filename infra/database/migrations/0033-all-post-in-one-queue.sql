-- What we write to who sent a letter that no case holds goes by post as replies do: in the queue, counted, known when it comes back.
alter table letter_print alter column delivery_id drop not null;
alter table letter_print alter column case_id drop not null;
alter table letter_print alter column team drop not null;
alter table letter_print add column answer_id uuid unique references letter_answer (id);
alter table letter_print add constraint letter_print_of_one check (
  (answer_id is null and delivery_id is not null and case_id is not null and team is not null)
  or (answer_id is not null and delivery_id is null and case_id is null and team is null));
alter table letter_print drop constraint letter_print_kind_check;
alter table letter_print add constraint letter_print_kind_check check (kind in ('reply', 'form', 'answer'));
alter table letter_print add constraint letter_print_answer_kind check ((kind = 'answer') = (answer_id is not null));

-- A letter whose address failed before it was posted leaves the queue and its batch; it is written again.
alter table letter_print add column withdrawn_at timestamptz;
alter table letter_print add constraint letter_print_withdrawn check (withdrawn_at is null or (posted_at is null and batch_id is null));
drop index letter_print_waiting;
create index letter_print_waiting on letter_print (queued_at, id)
  where posted_at is null and batch_id is null and withdrawn_at is null;
alter table delivery drop constraint delivery_fate_check;
alter table delivery add constraint delivery_fate_check check (fate in ('sent', 'delivered', 'bounced', 'later', 'unsure',
  'print-queue', 'printed', 'posted', 'withdrawn', 'returned', 'awaiting-pickup', 'picked-up'));

drop policy seen on letter_print;
drop policy changed on letter_print;
create policy seen on letter_print for select using ((select actor_kind()) = 'system'
  or exists (select 1 from cases c where c.id = letter_print.case_id)
  or (answer_id is not null and (select actor_kind()) = 'staff'));
create policy changed on letter_print for update using ((select actor_kind()) = 'system'
  or ((select actor_kind()) = 'staff' and (answer_id is not null or exists (select 1 from cases c where c.id = letter_print.case_id))));

alter table print_batch_letter alter column case_id drop not null;
drop policy seen on print_batch_letter;
drop policy changed on print_batch_letter;
create policy seen on print_batch_letter for select using ((select actor_kind()) = 'system'
  or exists (select 1 from letter_print p where p.id = print_batch_letter.letter_print_id));
create policy changed on print_batch_letter for update using ((select actor_kind()) = 'system'
  or ((select actor_kind()) = 'staff' and exists (select 1 from letter_print p where p.id = print_batch_letter.letter_print_id)));

-- An answer that came back may be written again, to another address.
alter table letter_answer drop constraint letter_answer_fate_check;
alter table letter_answer add constraint letter_answer_fate_check check (fate in ('sent', 'bounced', 'unsure', 'printed', 'posted', 'returned'));
alter table letter_answer drop constraint letter_answer_once;
create unique index letter_answer_once on letter_answer (letter_id, purpose) where fate is distinct from 'returned';

-- Those that waited to be printed by a browser join the queue.
insert into outbox (id, job, ids, created_at, due_at)
  select gen_random_uuid(), 'correspondence.answer-letter', jsonb_build_object('answerId', id), now(), now()
  from letter_answer where way = 'letter' and fate is null;
