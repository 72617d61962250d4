-- Where no third person is there, a supervisor settles two keyings that differ, one of which may be their own; the event says so.
alter table field_check drop constraint field_check_check1;
