import type { InspectedTable, TableProfile } from '../domain/profile.ts';
import { guessOf } from './guess.ts';
import { planPolicy } from './plan.ts';
import type { Plan } from './planned.ts';
import type { PresetColumns } from './presets.ts';
import type { Wishes } from './wishes.ts';
import { writePolicy } from './write-policy.ts';

/** What a draft must know besides the table. */
export interface DraftGround {
  readonly presets: readonly PresetColumns[];
  /** Names that no field can have. */
  readonly reserved: readonly string[];
}

export interface Draft {
  /** YAML. */
  readonly text: string;
  /** Names of its clocks, in their order. */
  readonly clocks: readonly string[];
  /** What was assumed or could not be found out: the TODOs of the text, a sentence each. */
  readonly open: readonly string[];
}

/** The table that a policy is drafted from: of those that have times the one with the most rows; of equals the first. */
export function mainTable(profiles: readonly TableProfile[]): TableProfile | undefined {
  const timed = profiles.filter(({ columns }) => columns.some(({ kind }) => kind === 'instant'));
  return (timed.length > 0 ? timed : profiles).toSorted((a, b) => b.rows - a.rows)[0];
}

/** Files of another make than the one that a policy is drafted from: they lack columns of it. Of a workbook sheets may differ. */
export function strangers(main: TableProfile, profiles: readonly TableProfile[]): readonly TableProfile[] {
  return profiles.filter((profile) => fileOf(profile.file) !== fileOf(main.file) && !isAlike(main, profile));
}

/** The rows of all tables of its make. */
export function rowsLike(main: TableProfile, profiles: readonly TableProfile[]): number {
  return profiles.reduce((sum, profile) => sum + (isAlike(main, profile) ? profile.rows : 0), 0);
}

/** It has half of the columns or more that say something. */
function isAlike(main: TableProfile, { columns }: TableProfile): boolean {
  const names = main.columns.filter(({ filled }) => filled > 0).map(({ name }) => name);
  const present = new Set(columns.map(({ name }) => name));
  return names.filter((name) => present.has(name)).length * 2 >= names.length;
}

/** Without the sheet. */
function fileOf(name: string): string {
  return name.replace(/#[^#]*$/, '');
}

export function inspectTable(profile: TableProfile, wishes: Wishes, { presets }: DraftGround): InspectedTable {
  return { profile, guess: guessOf(profile, wishes, presets) };
}

/**
 * Drafts a policy for a table: what its columns are, the clocks that they allow, and as comments what only people can say.
 * The same arguments give the same text. `undefined` where no column is a time.
 *
 * @param files paths of the exports as the user gave them; `policy`: where the draft will lie; `rows`: of all tables like it
 */
export function draftPolicy(
  table: InspectedTable,
  wishes: Wishes,
  ground: DraftGround,
  {
    files,
    policy,
    rows = table.profile.rows,
  }: { readonly files: readonly string[]; readonly policy: string; readonly rows?: number },
): Draft | undefined {
  const plan = planPolicy(table, wishes, ground.presets, ground.reserved);
  if (plan === undefined) return undefined;
  const [first = ''] = files;
  const names = {
    files: files.map(inShell).join(' '),
    policy: inShell(policy),
    title: titleOf(first),
    rows,
  };
  return { text: writePolicy(plan, wishes, names), clocks: plan.clocks.map(({ id }) => id), open: openPoints(plan) };
}

/** `exports/after-sales/2026-10.csv` → `after-sales 2026-10`: figures alone are no name. */
function titleOf(path: string): string {
  const [folder = '', file = ''] = ['', ...path.split(/[/\\]/)].slice(-2);
  const name = file.replace(/(?:\.[A-Za-z0-9]{1,6})+$/, '');
  if (/\p{L}/u.test(name)) return name;
  return /\p{L}/u.test(folder) ? `${folder} ${name}`.trim() : '';
}

function inShell(path: string): string {
  return /^[\p{L}\p{N}_./@%+=:,-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function openPoints({ zone, doubts, clocks, preset, fields, presetFields, events }: Plan): string[] {
  const untold = clocks.filter(({ within, isPromise }) => within === undefined && !isPromise).map(({ id }) => id);
  const charged = ['assignee', 'department'].some((name) => fields.has(name) || presetFields.has(name));
  const end = clocks.find(({ id }) => id === 'resolution');
  const closed = end?.stop === 'closed' ? events.get('closed')?.column : undefined;
  return [
    ...(preset === undefined ? [] : [`the built-in mapping ${preset.preset} is used: --preset "" takes none`]),
    ...(charged ? [] : ['no column says who holds a ticket, and nobody is charged: --assignee names it']),
    ...(closed === undefined
      ? []
      : [`no column is the resolution: "${closed}", the closing, is taken for it, --resolved says another`]),
    ...doubts.map((doubt) => {
      if (doubt.kind === 'ticket')
        return `no header is a word for the ticket: column "${doubt.column}" is taken, --ticket says another`;
      if (doubt.kind === 'created')
        return `no header is a word for the creation: column "${doubt.column}" is taken, --created says another`;
      if (doubt.kind === 'day-order') {
        return `nothing tells day from month in column "${doubt.column}": ${doubt.formats.join(', ')} is assumed, --dates says otherwise`;
      }
      if (doubt.kind === 'no-date') {
        const offer = `{column: ${doubt.date}, time_of_day: ${doubt.column}} reads it with the date of "${doubt.date}"`;
        return `column "${doubt.column}" holds times of day without a date, and is not used${doubt.date === undefined ? '' : `: ${offer}`}`;
      }
      if (doubt.kind === 'no-end')
        return 'nothing says when a ticket is done: the stop of clock "resolution" is a stand-in, --resolved names what ends it';
      return `column "${doubt.column}" has cells that are no times: ${doubt.values.join(', ')}`;
    }),
    ...(zone.why === 'said' || zone.why === 'preset'
      ? []
      : [`the time zone is assumed: ${zone.timezone}, --timezone says another`]),
    ...(untold.length > 0
      ? [`the targets of ${untold.join(', ')} are stand-ins, called TODO: --target '${untold[0]}=4h' says one`]
      : []),
  ];
}
