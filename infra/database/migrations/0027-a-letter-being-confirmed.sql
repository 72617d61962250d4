-- When a person last began to confirm it: meanwhile its pages stay together and it goes nowhere else.
alter table letter add column claimed_at timestamptz;
