import { boston311 } from './boston-311.ts';
import { chatwoot } from './chatwoot.ts';
import { chatwootEvents } from './chatwoot-events.ts';
import { chicago311 } from './chicago-311.ts';
import { erpnext } from './erpnext.ts';
import { frappeHelpdesk } from './frappe-helpdesk.ts';
import { freshdesk } from './freshdesk.ts';
import { glpi } from './glpi.ts';
import { glpiLogs } from './glpi-logs.ts';
import { gongdan } from './gongdan.ts';
import { jira } from './jira.ts';
import { jiraChangelog } from './jira-changelog.ts';
import { jiraSla } from './jira-sla.ts';
import { nyc311 } from './nyc-311.ts';
import { ocel } from './ocel.ts';
import { osticket } from './osticket.ts';
import { osticketThread } from './osticket-thread.ts';
import { otrs } from './otrs.ts';
import { otrsHistory } from './otrs-history.ts';
import type { Preset } from './preset.ts';
import { servicenow } from './servicenow.ts';
import { servicenowAudit } from './servicenow-audit.ts';
import { servicenowTaskSla } from './servicenow-task-sla.ts';
import { sf311 } from './sf-311.ts';
import { taizhang } from './taizhang.ts';
import { xes } from './xes.ts';
import { zammad } from './zammad.ts';
import { zammadHistory } from './zammad-history.ts';
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
  zammad,
  'zammad-history': zammadHistory,
  glpi,
  'glpi-logs': glpiLogs,
  otrs,
  'otrs-history': otrsHistory,
  osticket,
  'osticket-thread': osticketThread,
  'frappe-helpdesk': frappeHelpdesk,
  erpnext,
  chatwoot,
  'chatwoot-events': chatwootEvents,
  'nyc-311': nyc311,
  'chicago-311': chicago311,
  'sf-311': sf311,
  'boston-311': boston311,
  xes,
  ocel,
};
