-- Projections: computed from the entries, emptied and written anew by a rebuild. No foreign keys among them: they are written in bulk.

create index entry_of_people on entry (kind, index)
  where kind not in ('report-received', 'report-sighted', 'read-failed', 'import-row');

-- How much of the log the projections hold.
create table projection_state (
  -- Entries whose reports, claims, sightings and failures are written.
  readings_size bigint not null,
  -- Entries that the incidents are computed from.
  incidents_size bigint not null
);
insert into projection_state values (0, 0);

create table report (
  id text collate "C" primary key,
  entry bigint not null,
  source text not null,
  title text,
  outlet text,
  url text,
  -- ISO date or date-time as the report has it.
  published text,
  language text not null,
  -- Canonical JSON of the whole reading.
  reading text not null
);
create index report_entry on report (entry);

create table sighting (
  entry bigint primary key,
  report text collate "C" not null,
  source text not null,
  seen_at timestamptz not null
);
create index sighting_report on sighting (report);

-- Pages that could not be fetched or read and still have not been.
create table failed_page (
  source text collate "C" primary key,
  entry bigint not null,
  code text not null,
  message text not null
);

create table claim (
  report text collate "C" not null,
  index int not null,
  act text not null,
  modality text not null,
  quote text not null,
  speaker text,
  speaker_actor text,
  via text,
  actor text,
  actor_id text,
  target text,
  target_id text,
  place text,
  latitude float8,
  longitude float8,
  radius_metres float8,
  -- As told: YYYY-MM-DD or YYYY-MM-DDThh:mm, in the report's local time.
  time_from text,
  time_to text,
  time_precision text,
  killed_min int,
  killed_max int,
  injured_min int,
  injured_max int,
  confidence float8 not null,
  primary key (report, index)
);

create table incident (
  id text collate "C" primary key,
  act text not null,
  first_day date,
  last_day date,
  time_precision text,
  place text,
  latitude float8,
  longitude float8,
  point geometry (Point, 4326) generated always as (st_setsrid(st_makepoint(longitude, latitude), 4326)) stored,
  radius_metres float8,
  origins int not null,
  contradictions int not null,
  validity text not null,
  responsibility text not null,
  -- Nearest road of the case, distance along it and distance off it; null until the case has roads.
  road text,
  chainage_km float8,
  road_offset_metres float8,
  -- Canonical JSON of the whole incident.
  document text not null
);
create index incident_point on incident using gist (point);
create index incident_day on incident (first_day, act);
create index incident_road on incident (road, first_day, chainage_km) where road is not null;

create table incident_claim (
  incident text collate "C" not null,
  report text collate "C" not null,
  claim int not null,
  role text not null check (role in ('news', 'recall')),
  primary key (report, claim, incident)
);
create index incident_claim_incident on incident_claim (incident);

create table incident_actor (
  incident text collate "C" not null,
  -- The neutral id where the case knows one, else the words in lower case.
  actor text collate "C" not null,
  primary key (incident, actor)
);
create index incident_actor_actor on incident_actor (actor);

create table incident_zone (
  incident text collate "C" not null,
  zone text collate "C" not null,
  primary key (incident, zone)
);
create index incident_zone_zone on incident_zone (zone);
