-- What goes by post: letters taken to print in batches, handed over by count, and those that come back.
alter table letter_print
  add column id uuid not null default gen_random_uuid(),
  add column code text unique check (code ~ '^[0-9A-Z]{4,16}$'),
  add column pages integer not null default 1 check (pages > 0),
  add column kind text not null default 'reply' check (kind in ('reply', 'form')),
  -- The name and the lines in the window of its envelope, sealed by the key of its case.
  add column to_sealed bytea,
  add column batch_id uuid,
  add column posted_at timestamptz,
  add column returned_at timestamptz,
  add column returned_by uuid references staff (id),
  add column returned_why text
    check (returned_why in ('moved', 'unknown', 'insufficient', 'refused', 'unclaimed', 'unstated')),
  add check ((returned_at is null) = (returned_why is null));
alter table letter_print drop constraint letter_print_pkey;
alter table letter_print add primary key (id);
alter table letter_print add constraint letter_print_delivery_id_key unique (delivery_id);
select set_config('guichet.actor_kind', 'system', true);
update letter_print set posted_at = printed_at where printed_at is not null;
create index letter_print_waiting on letter_print (queued_at, id) where posted_at is null and batch_id is null;
create index letter_print_returned on letter_print (returned_at) where returned_at is not null;

create table print_batch (
  id uuid primary key,
  -- What people call it by.
  number integer generated always as identity unique,
  -- The teams of its letters: whoever sees them all may count them.
  teams text[] not null,
  taken_at timestamptz not null,
  taken_by uuid not null references staff (id),
  handed_at timestamptz,
  handed_by uuid references staff (id),
  handed_to text,
  handed_count integer check (handed_count >= 0),
  check ((handed_at is null) = (handed_by is null) and (handed_at is null) = (handed_count is null))
);
create index print_batch_open on print_batch (taken_at) where handed_at is null;
alter table letter_print add foreign key (batch_id) references print_batch (id);

-- Which letters a batch was taken with; a spoiled one goes back to be printed again, in another batch.
create table print_batch_letter (
  batch_id uuid not null references print_batch (id),
  letter_print_id uuid not null references letter_print (id),
  case_id uuid not null references cases (id),
  position integer not null check (position > 0),
  spoiled_at timestamptz,
  spoiled_why text check (spoiled_why in ('torn', 'misprinted', 'misfolded', 'lost', 'held-back')),
  primary key (batch_id, letter_print_id),
  unique (batch_id, position),
  check ((spoiled_at is null) = (spoiled_why is null))
);
create unique index one_batch_a_letter on print_batch_letter (letter_print_id) where spoiled_at is null;

alter table print_batch enable row level security;
alter table print_batch force row level security;
create policy seen on print_batch for select using ((select actor_kind()) = 'system'
  or ((select actor_kind()) = 'staff' and ((select actor_teams()) = array['*'] or teams <@ (select actor_teams()))));
create policy written on print_batch for insert with check ((select actor_kind()) = 'staff');
create policy changed on print_batch for update using ((select actor_kind()) = 'staff'
  and ((select actor_teams()) = array['*'] or teams <@ (select actor_teams())));
grant select, insert on print_batch to guichet_app;
grant update (teams, handed_at, handed_by, handed_to, handed_count) on print_batch to guichet_app;

alter table print_batch_letter enable row level security;
alter table print_batch_letter force row level security;
create policy seen on print_batch_letter for select using ((select actor_kind()) = 'system'
  or exists (select 1 from cases c where c.id = print_batch_letter.case_id));
create policy written on print_batch_letter for insert with check ((select actor_kind()) = 'staff');
create policy changed on print_batch_letter for update using ((select actor_kind()) = 'staff'
  and exists (select 1 from cases c where c.id = print_batch_letter.case_id));
grant select, insert on print_batch_letter to guichet_app;
grant update (spoiled_at, spoiled_why) on print_batch_letter to guichet_app;

alter table delivery drop constraint delivery_fate_check;
alter table delivery add constraint delivery_fate_check check (fate in ('sent', 'delivered', 'bounced', 'later', 'unsure',
  'print-queue', 'printed', 'posted', 'returned', 'awaiting-pickup', 'picked-up'));

-- Where one reply goes when that is not where the replies of its case go: a letter came back, and the person is told another way.
alter table reply add column to_sealed bytea;
grant update (to_sealed) on reply to guichet_app;
-- Letters to this address come back: none is posted until it is corrected.
alter table cases add column address_failed_at timestamptz;

alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in ('transcription', 'call-back', 'address'));
alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check check (subject_kind in ('case', 'draft', 'letter', 'batch', 'staff',
  'service', 'task', 'job', 'phone', 'print-batch'));

-- A pile of envelopes that came back is scanned apart from the mail: what its codes name failed to arrive.
alter table batch add column returned_why text
  check (returned_why in ('moved', 'unknown', 'insufficient', 'refused', 'unclaimed', 'unstated'));
