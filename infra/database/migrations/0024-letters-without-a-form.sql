-- Letters without a form: one may go on another, be set aside for a reason, and be answered.
alter table letter drop constraint letter_settled_as_check;
alter table letter add constraint letter_settled_as_check check (settled_as in ('case', 'not-for-us', 'part-of'));
-- The letter that has its pages now.
alter table letter add column part_of uuid references letter (id);
alter table letter add constraint letter_part_of_check check ((settled_as is not distinct from 'part-of') = (part_of is not null));
alter table letter add column aside_why text
  check (aside_why in ('other-body', 'advertising', 'twice', 'no-sender', 'unreadable', 'other'));

-- A page goes with its letter.
grant update (letter_id) on batch_page to guichet_app;
create policy goes_with_its_letter on batch_page for update using ((select actor_kind()) = 'staff');

-- What we wrote to who sent a letter that is not for us: no case holds it. Sealed by the key of its letter.
create table letter_answer (
  letter_id uuid primary key references letter (id),
  way text not null check (way in ('email', 'letter')),
  language text not null check (language in ('fr', 'en')),
  sealed bytea not null,
  written_at timestamptz not null,
  written_by uuid not null references staff (id),
  -- When it was handed over, and how that ended; printed is as far as we know of a letter.
  settled_at timestamptz,
  fate text check (fate in ('sent', 'bounced', 'unsure', 'printed')),
  check ((settled_at is null) = (fate is null))
);
create index letter_answer_waiting on letter_answer (written_at) where settled_at is null;
grant select, insert on letter_answer to guichet_app;
grant update (settled_at, fate) on letter_answer to guichet_app;
alter table letter_answer enable row level security;
alter table letter_answer force row level security;
create policy mailroom on letter_answer for all using ((select actor_kind()) in ('staff', 'system')) with check ((select actor_kind()) in ('staff', 'system'));
