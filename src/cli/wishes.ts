import { presetNames, type Wishes } from '../audit/inspecting.ts';
import { zone } from '../calendar/zone.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { TableProfile } from '../domain/profile.ts';
import { isLanguage, languages } from './appearance.ts';
import type { ExitCode } from './exit-codes.ts';
import type { FileRequest } from './reading-options.ts';
import { refuse } from './tell.ts';
import { refuseUnknownName } from './unknown-name.ts';
import type { World } from './world.ts';

/** What a draft is to say, as it was written on the command line. */
export interface WishRequest extends FileRequest {
  readonly ticket?: string;
  readonly assignee?: string;
  readonly created?: string;
  readonly responded?: string;
  readonly resolved?: string;
  readonly timezone?: string;
  readonly preset?: string;
  readonly dates?: string;
  readonly hours?: string;
  readonly holidays?: string;
  readonly target?: readonly string[];
  readonly lang?: string;
}

const ORDERS = ['day-first', 'month-first'] as const;

/** The wishes, or the exit code where one of them cannot be meant, whatever the export holds. */
export async function readWishes(world: World, request: WishRequest): Promise<Wishes | { readonly exit: ExitCode }> {
  const { lang, dates, timezone, preset, target = [] } = request;
  const refused = async (exit: Promise<ExitCode>) => ({ exit: await exit });
  if (lang !== undefined && !isLanguage(lang)) return refused(refuseUnknownName(world, '--lang', lang, languages));
  const order = ORDERS.find((each) => each === dates);
  if (dates !== undefined && order === undefined) return refused(refuseUnknownName(world, '--dates', dates, ORDERS));
  if (preset !== undefined && preset !== '' && !presetNames.includes(preset)) {
    return refused(refuseUnknownName(world, '--preset', preset, presetNames));
  }
  if (timezone !== undefined && zone(timezone) === undefined) {
    return refused(
      refuse(world, `--timezone "${timezone}" is no time zone`, 'A name of the IANA list: Asia/Shanghai.'),
    );
  }
  const targets = new Map<string, string>();
  for (const text of target) {
    const [, clock, length] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(text) ?? [];
    if (clock === undefined || length === undefined || targets.has(clock)) {
      const what = clock !== undefined && targets.has(clock) ? 'says the clock a second time' : 'is not CLOCK=LENGTH';
      return refused(refuse(world, `--target "${text}" ${what}`, 'Such as --target first_response=30m, once a clock.'));
    }
    targets.set(clock, length);
  }
  const { ticket, assignee, created, responded, resolved, hours, holidays } = request;
  if (holidays !== undefined && holidays !== '' && hours === '24x7') {
    return refused(
      refuse(world, '--holidays says nothing with --hours 24x7', 'Say the opening hours: --hours 09:00-18:00.'),
    );
  }
  const file = fileKeys(request);
  return Object.fromEntries(
    Object.entries({
      ...{ ticket, assignee, created, responded, resolved, timezone, preset, hours, holidays },
      dates: order,
      language: isLanguage(lang) ? lang : undefined,
      targets: targets.size > 0 ? targets : undefined,
      file: file.size > 0 ? file : undefined,
    }).filter(([, value]) => value !== undefined),
  );
}

/** How the file is written, as `records.file` of a policy says it. */
function fileKeys({ encoding, delimiter, sheet, header }: FileRequest): Map<string, string> {
  const keys = new Map<string, string>();
  if (encoding !== undefined) keys.set('encoding', JSON.stringify(encoding));
  if (delimiter !== undefined) keys.set('delimiter', JSON.stringify(delimiter));
  if (sheet !== undefined) keys.set('sheet', JSON.stringify(sheet.length === 1 ? sheet[0] : sheet));
  if (header !== undefined) keys.set('header', header.includes(',') ? `[${header}]` : header);
  return keys;
}

/** Refuses names that the export does not have: of columns and, of events, also values. */
export async function refuseStrangeNames(
  world: World,
  { columns }: TableProfile,
  wishes: Wishes,
): Promise<ExitCode | undefined> {
  const names = columns.map(({ name }) => name);
  const values = columns.flatMap(({ values: each = [] }) => each.map(({ value }) => value));
  for (const key of ['ticket', 'assignee', 'created', 'responded', 'resolved'] as const) {
    const name = wishes[key];
    if (name === undefined || name === '') continue;
    const column = columns.find((each) => each.name === name);
    if (column === undefined && (key === 'ticket' || key === 'assignee' || !values.includes(name))) {
      const near = suggest(name, names);
      const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
      return refuse(world, `--${key} "${name}" is no column of the export`, `It has: ${names.join(', ')}.${meant}`);
    }
    if (column !== undefined && key !== 'ticket' && key !== 'assignee' && column.kind !== 'instant') {
      const times = columns.filter(({ kind }) => kind === 'instant').map((each) => each.name);
      return refuse(world, `--${key}: column "${name}" does not hold times`, `These do: ${times.join(', ')}.`);
    }
  }
  return undefined;
}
