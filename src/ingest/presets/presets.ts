import { freshdesk } from './freshdesk.ts';
import { gongdan } from './gongdan.ts';
import { jira } from './jira.ts';
import { jiraChangelog } from './jira-changelog.ts';
import { jiraSla } from './jira-sla.ts';
import type { Preset } from './preset.ts';
import { servicenow } from './servicenow.ts';
import { servicenowAudit } from './servicenow-audit.ts';
import { servicenowTaskSla } from './servicenow-task-sla.ts';
import { taizhang } from './taizhang.ts';
import { zendesk } from './zendesk.ts';
import { zendeskAudits } from './zendesk-audits.ts';
import { zendeskMetricEvents } from './zendesk-metric-events.ts';

/** The built-in mappings, by the name that `records.preset` calls them. One file each. */
export const presets: Readonly<Record<string, Preset>> = {
  jira,
  'jira-changelog': jiraChangelog,
  'jira-sla': jiraSla,
  zendesk,
  'zendesk-metric-events': zendeskMetricEvents,
  'zendesk-audits': zendeskAudits,
  servicenow,
  'servicenow-audit': servicenowAudit,
  'servicenow-task-sla': servicenowTaskSla,
  freshdesk,
  gongdan,
  taizhang,
};
