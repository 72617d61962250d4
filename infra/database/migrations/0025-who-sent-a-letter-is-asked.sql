-- Who sent a letter without a form is asked for what it does not say, while what was typed of it is kept.
alter table letter_answer add column id uuid not null default gen_random_uuid();
alter table letter_answer drop constraint letter_answer_pkey;
alter table letter_answer add primary key (id);
alter table letter_answer add column purpose text not null default 'not-for-us' check (purpose in ('not-for-us', 'missing'));
alter table letter_answer add constraint letter_answer_once unique (letter_id, purpose);
alter table letter add column asked_at timestamptz;
