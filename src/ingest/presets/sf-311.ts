import type { Preset } from './preset.ts';

export const sf311: Preset = {
  title: 'San Francisco: 311 cases as CSV or JSON',
  sample: `CaseID,Opened,Closed,Updated,Status,Status Notes,Responsible Agency,Category,Request Type,Request Details,Address,Supervisor District,Neighborhood,Point,Source,Media URL
18100001,07/06/2026 09:00:00 AM,07/06/2026 05:00:00 PM,07/06/2026 05:00:00 PM,Closed,Case Resolved,DPW Ops Queue,Street and Sidewalk Cleaning,Bulky Items,Furniture,"500 Hyde St",5,Tenderloin,,Mobile/Open311,`,
  export:
    'https://data.sfgov.org, dataset vw6y-z8j6 → Export → CSV; or its API, whose names differ (`service_request_id`).',
  traps: [
    'The month stands first. The API writes ISO stamps. Both are the city’s wall clock, and so is the zone here.',
    'The city publishes no deadlines: the policy must set its own targets.',
    'A case that is closed as a duplicate or sent elsewhere says so in `Status Notes` only.',
  ],
  sources: [
    'https://data.sfgov.org/City-Infrastructure/311-Cases/vw6y-z8j6',
    'https://support.datasf.org/help/311-case-data-faq',
  ],
  records: `
form: tickets
ticket: {column: [CaseID, service_request_id]}
events:
  created: {column: [Opened, requested_datetime], optional: false}
  resolved: {column: [Closed, closed_date]}
fields:
  status: {column: [Status, status_description]}
  type: {column: [Category, service_name]}
  channel: {column: [Source, source]}
  department: {column: [Responsible Agency, agency_responsible]}
  region: Neighborhood
  status_notes: {column: [Status Notes, status_notes]}
time: {format: ["MM/dd/yyyy hh:mm:ss a", "yyyy-MM-dd'T'HH:mm:ss.SSS", "yyyy-MM-dd'T'HH:mm:ss"], zone: America/Los_Angeles}
`,
};
