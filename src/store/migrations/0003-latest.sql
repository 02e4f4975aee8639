-- Lists show the latest first and go on from the last one shown.

create index incident_latest on incident (first_day desc, id desc);
