-- A page of something we posted, in a pile of envelopes that came back.
alter table batch_page drop constraint batch_page_taken_for_check;
alter table batch_page add constraint batch_page_taken_for_check
  check (taken_for in ('form', 'duplicate', 'letter', 'blank', 'undecodable', 'returned'));
