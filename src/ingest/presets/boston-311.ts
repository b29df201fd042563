import type { Preset } from './preset.ts';

// Three systems, three headers: capitals until 2017, small letters until 2025, and the new one's own words since.
export const boston311: Preset = {
  title: 'Boston: 311 service requests as CSV',
  sample: `case_enquiry_id,open_dt,sla_target_dt,closed_dt,on_time,case_status,closure_reason,case_title,subject,reason,type,queue,department,neighborhood,source
101004113747,2022-01-01 23:46:09,2022-01-17 08:30:00,2022-01-02 11:03:10,ONTIME,Closed,,Street Light Outages,Public Works Department,Street Lights,Street Light Outages,PWDx_Street Light Outages,PWDx,Brighton,Citizens Connect App`,
  export: 'https://data.boston.gov, dataset 311-service-requests: a CSV a year.',
  traps: [
    'The deadline is the city’s own (`target_dt`, `sla_target_dt`, `TARGET_DT`, `target_close_date`), weekends and holidays in it already: `due: deadline` and no calendar.',
    'Stamps before 2025 are the city’s wall clock, and so is the zone here; since then they are in UTC and say so.',
    'A case that was reopened has its last closing only.',
    'What the city says, ONTIME or OVERDUE, is the field `city_verdict`: of an open case as of the day of the export.',
  ],
  sources: ['https://data.boston.gov/dataset/311-service-requests', 'dathere/qsv: tests/test_diff.rs (rows of 2022)'],
  records: `
form: tickets
ticket: {column: [case_enquiry_id, CASE_ENQUIRY_ID, case_id]}
events:
  created: {column: [open_dt, OPEN_DT, open_date], optional: false}
  resolved: {column: [closed_dt, CLOSED_DT, close_date]}
fields:
  status: {column: [case_status, CASE_STATUS]}
  type: {column: [type, TYPE, service_name]}
  channel: {column: [source, Source, SOURCE, report_source]}
  department: {column: [department, Department, DEPARTMENT, assigned_department]}
  region: {column: [neighborhood, NEIGHBORHOOD]}
  deadline: {column: [sla_target_dt, target_dt, TARGET_DT, target_close_date], time: true}
  city_verdict: {column: [on_time, ontime, OnTime_Status]}
time:
  format: ["yyyy-MM-dd HH:mm:ss", "MM/dd/yyyy hh:mm:ss a", "yyyy-MM-dd HH:mm:ssXXX", "yyyy-MM-dd HH:mm:ss.SSSXXX"]
  zone: America/New_York
`,
};
