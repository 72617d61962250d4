-- Batches: how far a reading is, what each page was taken for, e-mail as a way in, and the gate before paper is destroyed.
alter table batch drop constraint batch_source_check;
alter table batch add constraint batch_source_check check (source in ('hot-folder', 'upload', 'email'));
-- `pages` is known once the file is open; the reading is over at `read_at`.
alter table batch add column pages_read integer not null default 0;
-- Of the small pictures of its pages, wrapped.
alter table batch add column data_key bytea;

alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check
  check (kind in ('upload', 'recording', 'batch', 'page', 'letter-out', 'receipt', 'message'));
create index evidence_of_batch on evidence (batch_id) where batch_id is not null;

create table batch_page (
  batch_id uuid not null references batch (id),
  -- In the file, from 1: where its sheet lies in the pile.
  place integer not null check (place > 0),
  taken_for text not null check (taken_for in ('form', 'duplicate', 'letter', 'blank', 'undecodable')),
  form_page integer,
  form_pages integer,
  doubts text[] not null default '{}',
  letter_id uuid references letter (id),
  evidence_id uuid references evidence (id),
  small bytea,
  primary key (batch_id, place),
  check ((taken_for in ('form', 'duplicate')) = (form_page is not null))
);

-- Two scans of one printing are often one letter sent twice.
create index letter_by_serial on letter (serial) where serial is not null;

-- Checked: somebody counted the paper and looked at every page. Destroyed: it may not be undone, so it is a row of its own.
create table batch_check (
  batch_id uuid primary key references batch (id),
  pages_counted integer not null check (pages_counted > 0),
  checked_at timestamptz not null,
  checked_by uuid not null references staff (id)
);
create table batch_destruction (
  batch_id uuid primary key references batch_check (batch_id),
  retention_rule text not null,
  original_format text not null,
  transfer_process text not null,
  guarantees text not null,
  method text not null check (method in ('shredded', 'incinerated', 'contractor')),
  destroyed_at timestamptz not null,
  destroyed_by uuid not null references staff (id)
);

do $$
declare t text;
begin
  foreach t in array array['batch_page', 'batch_check', 'batch_destruction'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy mailroom on %I for select using ((select actor_kind()) in (''staff'', ''system''))', t);
    execute format('grant select, insert on %I to guichet_app', t);
  end loop;
end $$;
create policy read_by_machine on batch_page for insert with check ((select actor_kind()) = 'system');
create policy checked_by_staff on batch_check for insert with check ((select actor_kind()) = 'staff');
create policy destroyed_by_staff on batch_destruction for insert with check ((select actor_kind()) = 'staff');
