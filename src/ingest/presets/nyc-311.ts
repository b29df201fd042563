import type { Preset } from './preset.ts';

export const nyc311: Preset = {
  title: 'New York City: 311 service requests as CSV or JSON',
  sample: `Unique Key,Created Date,Closed Date,Agency,Agency Name,Complaint Type,Descriptor,Location Type,Incident Zip,Incident Address,City,Status,Due Date,Resolution Description,Resolution Action Updated Date,Borough,Open Data Channel Type
42254749,04/18/2019 09:55:45 PM,04/19/2019 03:45:24 AM,NYPD,New York City Police Department,Noise - Residential,Banging/Pounding,Residential Building/House,11235,3855 SHORE PARKWAY,BROOKLYN,Closed,04/19/2019 05:55:45 AM,,04/19/2019 03:45:24 AM,BROOKLYN,PHONE`,
  export:
    'https://data.cityofnewyork.us, dataset erm2-nwe9 → Export → CSV; or its API, whose names are in small letters (`unique_key`).',
  traps: [
    'The month stands first: `04/05/2019` is the fifth of April. The API writes ISO stamps.',
    'The stamps are the city’s wall clock, and so is the zone here, whatever the policy’s.',
    '`Due Date` is blank for most agencies: such requests have no target, and are counted so.',
    'Some agencies close by date only, at 12:00:00 AM, and some requests are closed before they were created: a finding, and undecided (S30).',
    'In 2025 `Complaint Type` became `Problem (formerly Complaint Type)`; both are read.',
  ],
  sources: ['https://data.cityofnewyork.us/Social-Services/311-Service-Requests-from-2010-to-Present/erm2-nwe9'],
  records: `
form: tickets
ticket: {column: [Unique Key, unique_key]}
events:
  created: {column: [Created Date, created_date], optional: false}
  resolved: {column: [Closed Date, closed_date]}
fields:
  status: {column: [Status, status]}
  type: {column: [Complaint Type, Problem (formerly Complaint Type), complaint_type]}
  channel: {column: [Open Data Channel Type, open_data_channel_type]}
  department: {column: [Agency, agency]}
  region: {column: [Borough, borough]}
  due_date: {column: [Due Date, due_date], time: true}
time: {format: ["MM/dd/yyyy hh:mm:ss a", "yyyy-MM-dd'T'HH:mm:ss.SSS", "yyyy-MM-dd'T'HH:mm:ss"], zone: America/New_York}
missing: [N/A, Unspecified]
`,
};
