-- A validity that one person proposed and that waits for a second.
alter table incident add column proposed text;
