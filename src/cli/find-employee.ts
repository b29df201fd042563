import { suggest } from '../diagnostics/suggest.ts';
import type { Person } from '../domain/person.ts';
import type { Report } from '../domain/report.ts';
import type { Instant } from '../domain/time.ts';
import type { ExitCode } from './exit-codes.ts';
import { refuse } from './tell.ts';
import type { World } from './world.ts';

export interface Employee {
  /** The roster's id; without a roster the export's name. */
  readonly id: string;
  readonly name: string;
  /** '' where nothing says. */
  readonly department: string;
}

export type FoundEmployee =
  | { readonly kind: 'one'; readonly employee: Employee }
  | { readonly kind: 'several'; readonly employees: readonly Employee[] }
  /** `isUnmatched`: the export has the name, and the roster does not settle whose it is. */
  | { readonly kind: 'none'; readonly near: string | undefined; readonly isUnmatched: boolean };

/** Where employees are known from. */
export interface Staff {
  /** The roster's lines. */
  readonly people: readonly Person[];
  /** Who held or answers for something in the exports, by its groups of employees. */
  readonly report: Pick<Report, 'groups'>;
  /** Whose department is that of this instant. */
  readonly at: Instant;
}

/** By id first, then by name and aliases. Exact: a statement is about nobody that was only meant perhaps. */
export function findEmployee(text: string, staff: Staff): FoundEmployee {
  const known = knownEmployees(staff);
  const byId = known.find(({ employee }) => employee.id === text);
  if (byId !== undefined) return { kind: 'one', employee: byId.employee };
  const named = known.filter(({ names }) => names.includes(text)).map(({ employee }) => employee);
  const [first, ...others] = named;
  if (first === undefined) {
    const words = known.flatMap(({ employee, names }) => [employee.id, ...names]);
    const isUnmatched = groupsOf(staff.report).some(({ kind, name }) => kind === 'unmatched' && name === text);
    return { kind: 'none', near: suggest(text, [...new Set(words)]), isUnmatched };
  }
  return others.length === 0 ? { kind: 'one', employee: first } : { kind: 'several', employees: named };
}

interface Known {
  readonly employee: Employee;
  readonly names: readonly string[];
}

function knownEmployees({ people, report, at }: Staff): Known[] {
  const known = new Map<string, Known>();
  for (const id of new Set(people.map((person) => person.id))) {
    const lines = people.filter((person) => person.id === id);
    const now = lines.find(({ employed }) => employed.start <= at && at < employed.end) ?? lines.at(-1);
    if (now === undefined) continue;
    const names = [...new Set(lines.flatMap(({ name, aliases }) => [name, ...aliases]))];
    known.set(id, { employee: { id, name: now.name, department: now.department }, names });
  }
  for (const { kind, name, title = name } of groupsOf(report)) {
    if (kind !== 'employee' || known.has(name)) continue;
    known.set(name, { employee: { id: name, name: title, department: '' }, names: [title] });
  }
  return [...known.values()];
}

function groupsOf({ groups }: Pick<Report, 'groups'>) {
  return groups.find(({ by }) => by === 'employee')?.groups ?? [];
}

/** Says who bears the name, or who was perhaps meant. */
export function refuseEmployee(
  world: World,
  text: string,
  found: Exclude<FoundEmployee, { kind: 'one' }>,
): Promise<ExitCode> {
  if (found.kind === 'several') {
    const bearers = found.employees.map(({ id, department }) => (department === '' ? id : `${id} (${department})`));
    return refuse(
      world,
      `"${text}" is the name of ${bearers.length} people`,
      `Say which by id: ${bearers.join(', ')}.`,
    );
  }
  if (found.isUnmatched) {
    const hint = 'The roster gives the name to nobody, or to several, so nothing is on anybody’s file.';
    return refuse(world, `the exports name "${text}", and it is not known who that is`, hint);
  }
  const hint = found.near === undefined ? undefined : `Did you mean "${found.near}"?`;
  return refuse(world, `nobody called "${text}" is on the roster or in the exports`, hint);
}
