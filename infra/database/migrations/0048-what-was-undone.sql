-- What was assigned and undone within its ten minutes was never taken.
alter table assignment drop constraint assignment_ended_why_check;
alter table assignment add constraint assignment_ended_why_check
  check (ended_why in ('closed', 'returned', 'paused', 'reassigned', 'untouched', 'skipped', 'absent', 'disabled', 'left-team', 'undone'));

-- Who of a team has waited longest: asked each half minute by every board that is open.
create index queue_oldest on queue_entry (team, deposited_at) include (service_code, channel);
