-- The number that its sender was given to go on by: if they do at another door, the case they make is known to be of this letter.
alter table letter add column asked_number text;
