-- How incidents, patrols, deadlines and silences bear on each obligation of the agreement: a projection like the others.

alter table projection_state add column findings_size bigint not null default 0;

create table finding (
  id text collate "C" primary key,
  clause text collate "C" not null,
  obligation text collate "C" not null,
  -- incident, patrol, deadline, silence
  subject text not null,
  incident text collate "C",
  patrol text collate "C",
  outcome text not null,
  rule text not null,
  validity text not null,
  responsibility text not null,
  bound text not null,
  -- Who is said to have done it, by neutral id.
  doer text collate "C",
  first_day date,
  last_day date,
  origins int not null,
  disputed int not null,
  deadline text,
  decision text collate "C",
  -- Place in the order of obligations, days and ids.
  position int not null,
  -- Canonical JSON of the whole finding.
  document text not null
);
create index finding_clause on finding (clause, outcome, position);
create index finding_incident on finding (incident) where incident is not null;
create index finding_day on finding (first_day);
