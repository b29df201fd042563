import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { Excuse } from '../domain/excuse.ts';
import type { Person } from '../domain/person.ts';
import type { Leave, PersonnelFact } from '../domain/personnel.ts';
import type { Policy } from '../domain/policy.ts';
import type { Source } from '../domain/source.ts';
import type { TextTable } from '../domain/text-table.ts';
import { readTable } from '../ingest/read-table.ts';
import { readText } from '../ingest/read-text.ts';
import { EXCUSE_COLUMNS, readExcuses } from '../people/read-excuses.ts';
import { LEAVE_COLUMNS, readLeave } from '../people/read-leave.ts';
import { PERSONNEL_COLUMNS, readPersonnel } from '../people/read-personnel.ts';
import { ROSTER_COLUMNS, readRoster } from '../people/read-roster.ts';
import { whomOn } from '../people/whom.ts';
import { rowsOfYaml } from '../policy/rows-of-yaml.ts';

/** The files beside the exports that a policy can name, in the order in which they are read. */
export const COMPANIONS = ['people', 'excuses', 'personnel', 'leave'] as const;
export type CompanionName = (typeof COMPANIONS)[number];

/** Each must be there where the policy names it. */
export type CompanionSources = Readonly<Partial<Record<CompanionName, Source>>>;

/** What stands in them; nothing where the policy names none. */
export interface Companions {
  readonly people: readonly Person[];
  readonly excuses: readonly Excuse[];
  readonly facts: readonly PersonnelFact[];
  readonly leaves: readonly Leave[];
}

/** Reads the files that the policy names beside the exports. Without a value one of them cannot be used. */
export async function readCompanions(
  policy: Policy,
  sources: CompanionSources,
): Promise<Reading<Companions | undefined, Code>> {
  const diagnostics: Diagnostic<Code>[] = [];

  async function read<Row>(
    name: CompanionName,
    columns: readonly string[],
    rowsOf: (table: TextTable) => Reading<readonly Row[] | undefined, Code>,
  ): Promise<readonly Row[] | undefined> {
    if (policy[name] === undefined) return [];
    const source = sources[name];
    if (source === undefined) throw new Error(`the policy names a file, ${policy[name].path}, and none was given`);
    const table = await (isYaml(name, source) ? readYaml(source) : readTable(source, columns));
    const rows = table.value === undefined || isBare(table.value) ? undefined : rowsOf(table.value);
    diagnostics.push(...table.diagnostics, ...(rows?.diagnostics ?? []));
    return table.value !== undefined && isBare(table.value) ? [] : rows?.value;
  }

  const people = await read('people', ROSTER_COLUMNS, (table) => readRoster(table, policy));
  const whom = whomOn(policy.people === undefined ? undefined : (people ?? []), sources.people?.name);
  const excuses = await read('excuses', EXCUSE_COLUMNS, (table) => readExcuses(table, policy));
  const facts = await read('personnel', PERSONNEL_COLUMNS, (table) => readPersonnel(table, policy, whom));
  const leaves = await read('leave', LEAVE_COLUMNS, (table) => readLeave(table, policy, whom));
  if (people === undefined || excuses === undefined || facts === undefined || leaves === undefined) {
    return { value: undefined, diagnostics };
  }
  return { value: { people, excuses, facts, leaves }, diagnostics };
}

/** Decisions may be written by hand, one below the other. */
function isYaml(name: CompanionName, source: Source): boolean {
  return name === 'excuses' && /\.ya?ml(\.gz)?$/i.test(source.name);
}

async function readYaml(source: Source): Promise<Reading<TextTable | undefined, Code>> {
  const text = await readText(source);
  return text.value === undefined ? { ...text, value: undefined } : rowsOfYaml(source.name, text.value, 'bad-excuse');
}

/** A YAML list of nothing has no keys either. */
function isBare({ header, rows }: TextTable): boolean {
  return header.length === 0 && rows.length === 0;
}
