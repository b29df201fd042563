import type { Preset } from './preset.ts';

// One row for each SLA that was attached to a task: one incident has several, its response and its resolution SLA, and a new
// one when its priority changed. So the row's own sys_id is the ticket here, and the task a field. "Breach time" is the label
// of planned_end_time, which moves with every pause; original_breach_time does not.
export const servicenowTaskSla: Preset = {
  title: 'ServiceNow: task SLAs as CSV, Excel or JSON',
  sample: `"sys_id","task","sla","stage","start_time","end_time","planned_end_time","original_breach_time","has_breached","business_elapsed_time","business_percentage","business_time_left","active"
"0a1b7c2d1b0110107d8e","INC0010023","P2 resolution, 8 h","Completed","2026-03-02 09:00:00","2026-03-02 12:30:00","2026-03-02 17:00:00","2026-03-02 17:00:00","false","12600","43.75","16200","false"
`,
  export:
    'List *Task SLAs* (`task_sla`), export with the column *Sys ID*: `/task_sla_list.do?CSV&sysparm_fields=sys_id,task,sla,stage,start_time,end_time,planned_end_time,has_breached&sysparm_query=…`; the Table API always has it.',
  languages: ['en'],
  traps: [
    'Without the column `sys_id` the task is the ticket. Then export one SLA definition at a time: several rows of one task would be taken for one ticket told twice.',
    'An SLA that was cancelled (a higher priority took over) has an end, too: `cancel: {while: {stage: Cancelled}}`.',
    '`breach_at` is ServiceNow’s own due time after pauses, by its own schedule: `due: breach_at` judges by it; a `within` with a calendar judges anew and shows where the two differ.',
    'Durations are written in seconds in CSV, in words in Excel, and as a date since 1970 in the API; none is read.',
    'Stamps as in preset `servicenow`: of the exporting user in lists, UTC in the API.',
  ],
  sources: [
    'ServiceNow documentation, "Task SLA table": github.com/ServiceNow/ServiceNowDocs: markdown/it-service-management/service-level-management/r_TaskSLATable.md',
    'Field names planned_end_time, has_breached, business_percentage …: clients of the Table API in public repositories',
  ],
  records: `
form: tickets
ticket: [sys_id.value, sys_id, Sys ID, task.display_value, task, Task]
events:
  started: {column: [start_time.value, start_time, Start time], optional: false}
  stopped: [end_time.value, end_time, Stop time]
fields:
  task: [task.display_value, task.value, task, Task]
  sla: [sla.display_value, sla.value, sla, SLA definition]
  stage: {column: [stage.display_value, stage, Stage], values: {in_progress: In progress, paused: Paused, completed: Completed, cancelled: Cancelled, achieved: Completed}}
  has_breached: [has_breached.value, has_breached, Has breached]
  breach_at: {column: [planned_end_time.value, planned_end_time, Breach time], time: true}
  original_breach_at: {column: [original_breach_time.value, original_breach_time, Original breach time], time: true}
`,
};
