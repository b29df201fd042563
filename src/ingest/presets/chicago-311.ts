import type { Preset } from './preset.ts';

export const chicago311: Preset = {
  title: 'Chicago: 311 service requests as CSV or JSON',
  sample: `SR_NUMBER,SR_TYPE,SR_SHORT_CODE,CREATED_DEPARTMENT,OWNER_DEPARTMENT,STATUS,ORIGIN,CREATED_DATE,LAST_MODIFIED_DATE,CLOSED_DATE,STREET_ADDRESS,CITY,STATE,ZIP_CODE,DUPLICATE,LEGACY_RECORD,WARD
SR26-01200001,Pothole in Street Complaint,PHF,,CDOT - Department of Transportation,Completed,Mobile Device,07/06/2026 09:00:00 AM,07/08/2026 09:00:00 AM,07/08/2026 09:00:00 AM,5100 S NATCHEZ AVE,Chicago,Illinois,60638,false,false,23`,
  export:
    'https://data.cityofchicago.org, dataset v6vf-nfxy → Export → CSV; or its API, whose names are in small letters (`sr_number`).',
  traps: [
    'The month stands first. The API writes ISO stamps. Both are the city’s wall clock, and so is the zone here.',
    'The city publishes no deadlines: the policy must set its own targets.',
    'A `DUPLICATE` is closed with the request it repeats, and a `311 INFORMATION ONLY CALL` at once: leave them out, `include: {duplicate: "!= true", type: "!= 311 INFORMATION ONLY CALL"}`.',
    'A `LEGACY_RECORD` (before December 2018) has stamps of another system.',
  ],
  sources: ['https://data.cityofchicago.org/Service-Requests/311-Service-Requests/v6vf-nfxy'],
  records: `
form: tickets
ticket: {column: [SR_NUMBER, sr_number]}
events:
  created: {column: [CREATED_DATE, created_date], optional: false}
  resolved: {column: [CLOSED_DATE, closed_date]}
fields:
  status: {column: [STATUS, status]}
  type: {column: [SR_TYPE, sr_type]}
  channel: {column: [ORIGIN, origin]}
  department: {column: [OWNER_DEPARTMENT, owner_department]}
  region: {column: [WARD, ward]}
  duplicate: {column: [DUPLICATE, duplicate]}
  legacy: {column: [LEGACY_RECORD, legacy_record]}
time: {format: ["MM/dd/yyyy hh:mm:ss a", "yyyy-MM-dd'T'HH:mm:ss.SSS", "yyyy-MM-dd'T'HH:mm:ss"], zone: America/Chicago}
`,
};
