import type { ColumnProfile } from '../domain/profile.ts';
import { type Plan, type PlannedClock, type PlannedColumn, UPDATED } from './planned.ts';
import { type Teaching, teachings } from './teaching.ts';
import type { Wishes } from './wishes.ts';
import { inComment, yamlList, yamlText } from './yaml-words.ts';

/** What the comments of a draft name. */
export interface DraftNames {
  /** Paths as the user gave them, quoted for a shell. */
  readonly files: string;
  readonly policy: string;
  /** The first file without folder and ending. */
  readonly title: string;
  readonly rows: number;
}

/** The plan as YAML, with comments that teach the next step. */
export function writePolicy(plan: Plan, wishes: Wishes, names: DraftNames): string {
  const teach = teachings[plan.language];
  return [
    ...opening(plan, teach, names),
    '',
    ...records(plan, wishes, teach),
    '',
    ...calendars(plan, wishes, teach),
    '',
    `# ${teach.clocks}`,
    'clocks:',
    ...plan.clocks.flatMap((clock, index) => [...(index > 0 ? [''] : []), ...clockLines(clock, plan, wishes, teach)]),
    '',
    `# ${teach.more}`,
    '',
  ].join('\n');
}

function opening({ zone, language }: Plan, teach: Teaching, { files, policy, title, rows }: DraftNames): string[] {
  const why = zone.why === 'said' ? '' : `   # ${teach.zone[zone.why]}`;
  return [
    `# ${teach.opening(inComment(files), rows)}`,
    ...teach.next.map((line) => `#   ${line(policy, files)}`),
    'slaudit: 1',
    `name: ${yamlText(teach.agreement(title))}   # ${teach.nameToDo}`,
    `timezone: ${yamlText(zone.timezone)}${why}`,
    `language: ${language}`,
  ];
}

function records(plan: Plan, { file = new Map(), ticket: said = '' }: Wishes, teach: Teaching): string[] {
  const isTicketSaid = said !== '';
  const { form, preset, ticket, at, events, event, change, actor, sequence, durations, fields, missing } = plan;
  const lines = ['records:'];
  if (file.size > 0) lines.push(`  file: {${[...file].map(([key, value]) => `${key}: ${value}`).join(', ')}}`);
  if (preset !== undefined) {
    lines.push(`  preset: ${yamlText(preset.preset)}   # ${teach.presetCovers(preset.title)}`);
    if (isTicketSaid && ticket !== undefined) lines.push(`  ticket: ${yamlText(ticket.column)}   # ${teach.ticket}`);
    if (event !== undefined && event.values.size > 0) lines.push(...eventLines(event, teach));
  } else {
    lines.push(`  form: ${form}   # ${teach.form[form]}`);
    if (ticket !== undefined)
      lines.push(...doubted(plan, 'ticket', teach), `  ticket: ${yamlText(ticket.column)}   # ${teach.ticket}`);
    if (at !== undefined) lines.push(...stampLines('  at', at, plan, teach, teach.at));
    if (change !== undefined) {
      lines.push(`  field: ${yamlText(change.field)}`, `  to: ${yamlText(change.to)}`);
      if (change.from !== undefined) lines.push(`  from: ${yamlText(change.from)}`);
    }
    if (event !== undefined) lines.push(...eventLines(event, teach));
    if (actor !== undefined && form !== 'tickets') {
      const role = actor.role === undefined ? '' : `, role: ${yamlText(actor.role)}`;
      lines.push(
        role === '' ? `  actor: ${yamlText(actor.column)}` : `  actor: {column: ${yamlText(actor.column)}${role}}`,
      );
    }
    if (sequence !== undefined && sequence !== '') lines.push(`  sequence: ${yamlText(sequence)}`);
  }
  if (events.size > 0) {
    lines.push(`  events:   # ${teach.events}`);
    for (const [name, column] of events) {
      if (name === 'created') lines.push(...doubted(plan, 'created', teach).map((line) => `  ${line}`));
      lines.push(...stampLines(`    ${name}`, column, plan, teach, name === UPDATED ? teach.reach : ''));
    }
  }
  for (const doubt of plan.doubts) {
    if (doubt.kind !== 'no-date' || doubt.date === undefined) continue;
    const pair = `{column: ${yamlText(doubt.date)}, time_of_day: ${yamlText(doubt.column)}}`;
    lines.push(`    # TODO: ${doubt.event ?? 'event'}: ${inOneLine(pair)}   # ${teach.noDate}`);
  }
  if (durations.size > 0) {
    lines.push(`  durations:   # ${teach.durations}`);
    for (const [name, { column, unit, after }] of durations) {
      const base = after === undefined ? '' : `, after: ${after}`;
      lines.push(`    ${name}: {column: ${yamlText(column)}, unit: ${unit}${base}}`);
    }
  }
  if (fields.size > 0) {
    lines.push(`  fields:   # ${teach.fields}`);
    for (const [name, column] of fields) lines.push(...fieldLines(name, column, plan, teach));
  }
  if (missing.length > 0) lines.push(`  missing: [${missing.map(yamlText).join(', ')}]   # ${teach.missing}`);
  return lines;
}

function doubted({ doubts }: Plan, kind: 'ticket' | 'created', teach: Teaching): string[] {
  if (!doubts.some((doubt) => doubt.kind === kind)) return [];
  return [`  # ${kind === 'ticket' ? teach.ticketDoubt : teach.createdDoubt}`];
}

function eventLines({ column, values, profile }: NonNullable<Plan['event']>, teach: Teaching): string[] {
  const others = (profile.values ?? []).filter(({ value }) => !values.has(value)).map(({ value }) => inComment(value));
  const rest = others.length === 0 ? [] : [`    # ${teach.event(others.join(', '))}`];
  if (values.size === 0) return [`  event: ${yamlText(column)}`, ...rest];
  return [
    '  event:',
    `    column: ${yamlText(column)}`,
    ...rest,
    '    values:',
    ...[...values].map(([value, name]) => `      ${yamlText(value)}: ${name}`),
  ];
}

/** A column of instants, with what must be said of how it is written. */
function stampLines(key: string, column: PlannedColumn, plan: Plan, teach: Teaching, remark = ''): string[] {
  const { formats, timeOfDay, isTime } = column;
  const indent = ' '.repeat(key.length - key.trimStart().length);
  const doubt = plan.doubts.find((each) => each.kind === 'day-order' && each.column === column.column);
  const unread = plan.doubts.find((each) => each.kind === 'unreadable' && each.column === column.column);
  const options = [
    ...(isTime === true ? ['time: true'] : []),
    ...(timeOfDay === undefined ? [] : [`time_of_day: ${yamlText(timeOfDay)}`]),
    ...(formats.length === 0
      ? []
      : [
          `format: ${formats.length === 1 ? JSON.stringify(formats[0]) : `[${formats.map((format) => JSON.stringify(format)).join(', ')}]`}`,
        ]),
  ];
  const about = formats.length === 0 || remark === teach.reach ? remark : doubt === undefined ? teach.dayOrder : '';
  const name = yamlText(column.column);
  return [
    ...(doubt === undefined ? [] : [`${indent}# ${teach.dayOrderDoubt}`]),
    ...(unread?.kind === 'unreadable'
      ? [`${indent}# ${teach.unreadable(unread.values.map(inComment).join(', '))}`]
      : []),
    `${key}: ${options.length === 0 ? name : `{column: ${name}, ${options.join(', ')}}`}${about === '' ? '' : `   # ${about}`}`,
  ];
}

/** Values of a set that are told in its comment. */
const TOLD = 8;

function fieldLines(name: string, column: PlannedColumn, plan: Plan, teach: Teaching): string[] {
  if (column.isTime === true) return stampLines(`    ${yamlText(name)}`, column, plan, teach);
  // Whom a ticket is about is nobody's business who reads the policy.
  const isPersonal = name === 'customer' || PERSONAL.test(column.column);
  const values = isPersonal || column.profile?.kind !== 'choice' ? [] : valuesOf(column.profile);
  const told = values.slice(0, TOLD).map(({ value, rows }) => `${inComment(value)} ${rows}`);
  const more = values.length > TOLD ? ' …' : '';
  const holds = told.length === 0 ? '' : `   # ${teach.holds(told.join(', ') + more)}`;
  const lines = [`    ${yamlText(name)}: ${yamlText(column.column)}${holds}`];
  if (['status', 'priority', 'type'].includes(name) && values.length > 0)
    lines.push(`    # ${renaming(name, column.column, values, teach)}`);
  return lines;
}

/** What reaches or finds a person, or is what somebody wrote. */
const PERSONAL =
  /电话|手机|邮箱|地址|联系|姓名|备注|描述|内容|標題|标题|主题|phone|mobile|mail|address|contact|subject|summary|description|comment|title|note/i;
/** A longer value is a sentence. */
const LONGEST = 40;

/** Of a set; empty where some of it are sentences. */
function valuesOf({ values = [] }: ColumnProfile): NonNullable<ColumnProfile['values']> {
  return values.some(({ value }) => value.length > LONGEST) ? [] : values;
}

function renaming(name: string, column: string, values: NonNullable<ColumnProfile['values']>, teach: Teaching): string {
  const [first] = values;
  const pairs = [`${yamlText(first?.value ?? '')}: ${teach.another[name] ?? name}`];
  return teach.rename(inOneLine(`${name}: {column: ${yamlText(column)}, values: {${pairs.join(', ')}}}`));
}

function inOneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}

/** `30m` is a text to YAML without quotes; what else was typed is for the policy reader to judge. */
function lengthText(length: string): string {
  return /^\d[\dhmsdw. -]*$/.test(length) && /[hmsdw]/.test(length) ? length : yamlText(length);
}

const WORKING_HOURS = '09:00-18:00';

function calendars({ language }: Plan, { hours, holidays }: Wishes, teach: Teaching): string[] {
  const closed = holidays !== undefined && holidays !== '' ? holidays : language === 'zh' ? 'CN' : 'DE';
  if (hours === undefined || hours === '' || hours === '24x7') {
    return [
      `# ${teach.calendars}`,
      '# calendars:',
      '#   office:',
      `#     hours: {mon-fri: ["${WORKING_HOURS}"]}`,
      `#     holidays: [${closed}]   # ${teach.withHolidays}`,
    ];
  }
  const spans = hours.split(',').map((span) => JSON.stringify(span.trim()));
  const isClosed = holidays !== undefined && holidays !== '';
  return [
    `calendars:   # ${teach.office}`,
    '  office:',
    `    hours: {mon-fri: [${spans.join(', ')}]}`,
    isClosed ? `    holidays: [${yamlText(holidays)}]` : `    # holidays: [${closed}]   # ${teach.withHolidays}`,
  ];
}

function clockLines(clock: PlannedClock, plan: Plan, { hours }: Wishes, teach: Teaching): string[] {
  const { id, title, kind, start, stop, rules, within, isPromise, isEndless } = clock;
  const hasHours = hours !== undefined && hours !== '' && hours !== '24x7' && !isPromise;
  const hasHolder = plan.fields.has('assignee') || plan.presetFields.has('assignee');
  const hasUnit = plan.fields.has('department') || plan.presetFields.has('department');
  const charge = hasHolder ? (hasUnit ? '[holder, department]' : 'holder') : hasUnit ? 'department' : 'nobody';
  return [
    `  ${id}:`,
    `    title: {zh: ${yamlText(title.zh ?? id)}, en: ${yamlText(title.en ?? id)}}`,
    ...(kind === undefined ? [] : [`    kind: ${kind}`]),
    `    start: ${start}`,
    ...(isEndless ? [`    # ${teach.endless}`] : []),
    `    stop: ${stop}`,
    ...rules.map(([key, rule]) => `    ${key}: ${rule}`),
    ...(hasHours ? ['    calendar: office'] : isPromise ? [] : [`    # calendar: office   # ${teach.useCalendar}`]),
    `    charge: ${charge}${hasHolder && hasUnit ? `   # ${teach.charge}` : ''}`,
    ...(isPromise ? [] : targetLines(id, within, plan, teach)),
    `    # attain: 90%   # ${teach.attain}`,
  ];
}

/** Lengths of the examples: a first response is promised in minutes, a solution in hours. */
const EXAMPLES: Readonly<Record<string, readonly [string, string]>> = {
  first_response: ['15m', '4h'],
  resolution: ['4h', '24h'],
};

function targetLines(id: string, within: string | undefined, { example }: Plan, teach: Teaching): string[] {
  const [short, long] = EXAMPLES[id] ?? ['4h', '24h'];
  // The rarest value is the likeliest to have a promise of its own: urgent, complaint.
  const rare = example?.values.slice(-1) ?? [];
  const lead =
    example === undefined
      ? []
      : [`      # - {when: {${example.field}: ${inOneLine(yamlList(rare))}}, within: ${short}}`];
  return [
    `    # ${within === undefined ? teach.targets : teach.targetsStated}`,
    '    targets:',
    ...lead,
    within === undefined ? `      - {id: TODO, within: ${long}}` : `      - {within: ${lengthText(within)}}`,
  ];
}
