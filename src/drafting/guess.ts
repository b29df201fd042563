import type { Form } from '../domain/policy.ts';
import type {
  ColumnKind,
  ColumnProfile,
  Guess,
  Role,
  RoleGuess,
  StatedTimes,
  TableProfile,
  Why,
} from '../domain/profile.ts';
import { EVENT_ROLES, FIELD_ROLES } from '../domain/profile.ts';
import { matchHeader } from './match-words.ts';
import { odditiesOf } from './oddities.ts';
import { chosenPreset, dayOrderOf, fitPresets, type PresetColumns } from './presets.ts';
import { formatsOf } from './stamp-formats.ts';
import type { Wishes } from './wishes.ts';
import { INSTANT_WORDS } from './words/instant-columns.ts';
import { LENGTH_WORDS } from './words/length-columns.ts';
import { NOTHING } from './words/nothing.ts';
import type { RoleWords } from './words/role-words.ts';
import { TEXT_WORDS } from './words/text-columns.ts';

/** What no column of a role can be. */
const UNFIT: Partial<Record<Role, readonly ColumnKind[]>> = {
  ticket: ['boolean', 'person'],
  event: ['number', 'boolean', 'person'],
  actor: ['number', 'boolean'],
  actor_role: ['number', 'boolean', 'id'],
  status: ['number'],
  assignee: ['number', 'boolean'],
  customer: ['number', 'boolean'],
  rating: ['id', 'person', 'boolean'],
  sequence: ['choice', 'person', 'boolean', 'text'],
  department: ['number', 'boolean', 'person'],
  team: ['number', 'boolean'],
  region: ['number', 'boolean', 'person'],
};

interface Candidate extends RoleGuess {
  readonly score: number;
}

/** What a table probably means: by the words of its headers, by what stands in its columns, and by what the user said. */
export function guessOf(profile: TableProfile, wishes: Wishes, presets: readonly PresetColumns[]): Guess {
  const free = guessBeside(undefined, profile, wishes, presets);
  const preset = chosenPreset(free.presets, wishes.preset, presets);
  return preset?.form === free.form ? guessBeside(preset, profile, wishes, presets) : free;
}

/** What a preset reads is what the preset says: nothing is guessed of its columns. */
function guessBeside(
  preset: PresetColumns | undefined,
  profile: TableProfile,
  wishes: Wishes,
  presets: readonly PresetColumns[],
): Guess {
  const candidates = profile.columns.flatMap((column) => candidatesOf(column));
  candidates.sort((a, b) => b.score - a.score);
  const roles = new Map<Role, RoleGuess>();
  const taken = new Set<string>();
  const choose = (role: Role, column: string, why: Why): void => {
    roles.set(role, { role, column, why });
    taken.add(column);
  };
  for (const [role, column] of saidOf(profile, wishes)) choose(role, column, 'said');
  for (const [role, column] of preset === undefined ? [] : readBy(preset, profile))
    if (!roles.has(role) && !taken.has(column)) choose(role, column, 'preset');
  for (const { name } of profile.columns) if (preset?.read.has(name)) taken.add(name);
  for (const { role, column, why } of candidates) if (!roles.has(role) && !taken.has(column)) choose(role, column, why);

  if (!roles.has('ticket') && preset === undefined) {
    const likeliest = likeliestTicket(profile, taken);
    if (likeliest !== undefined) choose('ticket', likeliest.name, likeliest.kind === 'id' ? 'values' : 'rest');
  }
  const form = preset?.form ?? formOf(profile, roles);
  if (preset === undefined) settleTimes(profile, form, roles, choose);
  const chosen = keepForForm([...roles.values()], form);
  const order = new Map(profile.columns.map(({ name }, index) => [name, index]));
  const others = candidates.filter(
    ({ role, column }) => roles.get(role)?.column !== column && preset?.read.has(column) !== true,
  );
  return {
    form,
    roles: chosen.sort((a, b) => (order.get(a.column) ?? 0) - (order.get(b.column) ?? 0)),
    others: others.map(({ role, column, why }) => ({ role, column, why })),
    presets: fitPresets(profile, form, presets),
    stated: preset === undefined ? [] : statedOf(preset, profile),
    oddities: odditiesOf(profile, form, roles, preset),
  };
}

function saidOf({ columns }: TableProfile, wishes: Wishes): [Role, string][] {
  const names = new Set(columns.map(({ name }) => name));
  const said: [Role, string | undefined][] = [
    ['ticket', wishes.ticket],
    ['assignee', wishes.assignee],
    ['created', wishes.created],
    ['responded', wishes.responded],
    ['resolved', wishes.resolved],
  ];
  // In form events the last three may be values of the event column; a value is no column.
  return said.flatMap(([role, column]): [Role, string][] =>
    column !== undefined && names.has(column) ? [[role, column]] : [],
  );
}

function statedOf(preset: PresetColumns, { columns }: TableProfile): StatedTimes[] {
  return columns.flatMap((column): StatedTimes[] => {
    const { name, stamps } = column;
    const reading = preset.stamps.get(name);
    if (stamps === undefined || reading === undefined) return [];
    const [format] = formatsOf(column, {}, '', preset).formats;
    const dayOrder = stamps.dayOrder === undefined ? undefined : dayOrderOf(reading.formats);
    const { zone } = reading;
    if (dayOrder === undefined && zone === undefined) return [];
    return [{ column: name, ...(dayOrder && { format, dayOrder }), ...(zone && { zone }) }];
  });
}

/** What a preset reads, as far as there is a role for it; of several names of a column the first that the table has. */
function readBy({ events, fields, row }: PresetColumns, { columns }: TableProfile): [Role, string][] {
  const present = new Set(columns.map(({ name }) => name));
  const known: readonly string[] = [...EVENT_ROLES, ...FIELD_ROLES];
  const named = [...row, ...[...events, ...fields].filter(([name]) => known.includes(name))] as [
    Role,
    readonly string[],
  ][];
  return named.flatMap(([role, names]): [Role, string][] => {
    const column = names.find((name) => present.has(name));
    return column === undefined ? [] : [[role, column]];
  });
}

function candidatesOf(column: ColumnProfile): Candidate[] {
  const { name, kind } = column;
  if (kind === 'empty' || kind === 'time-of-day') return [];
  const words = kind === 'instant' ? INSTANT_WORDS : kind === 'duration' ? LENGTH_WORDS : textWords(kind);
  return words.flatMap((each): Candidate[] => {
    const match = matchHeader(name, each);
    if (match === 0 || UNFIT[each.role]?.includes(kind)) return [];
    const isCode = each.role === 'ticket' && kind === 'id';
    return [{ role: each.role, column: name, why: match > 2.5 ? 'header' : 'part', score: match + (isCode ? 0.5 : 0) }];
  });
}

/** A number may be a length, if its header says in which unit. */
function textWords(kind: ColumnKind): readonly RoleWords[] {
  return kind === 'number' ? [...LENGTH_WORDS, ...TEXT_WORDS] : TEXT_WORDS;
}

/** The codes with the most different values; without codes, the texts. */
function likeliestTicket({ columns }: TableProfile, taken: ReadonlySet<string>): ColumnProfile | undefined {
  const rank = ({ kind }: ColumnProfile): number =>
    kind === 'id' ? 0 : kind === 'text' ? 1 : kind === 'choice' || kind === 'number' ? 2 : 3;
  return columns
    .filter(({ name, kind }) => !taken.has(name) && !['empty', 'instant', 'time-of-day'].includes(kind))
    .filter(({ values }) => values?.every(({ value }) => NOTHING.includes(value)) !== true)
    .sort((a, b) => rank(a) - rank(b) || b.distinct - a.distinct)[0];
}

function formOf(profile: TableProfile, roles: ReadonlyMap<Role, RoleGuess>): Form {
  const { columns } = profile;
  const hasInstant = columns.some(({ kind }) => kind === 'instant');
  const ticket = columns.find(({ name }) => name === roles.get('ticket')?.column);
  if (roles.has('field') && roles.has('to') && hasInstant) return 'changes';
  const isRepeated = ticket !== undefined && ticket.distinct <= ticket.filledByCap * 0.7;
  const ends = ['responded', 'resolved', 'closed'].some((role) => roles.has(role as Role));
  const happenings = roles.has('event') || roles.has('status');
  if (hasInstant && isRepeated && happenings && !ends) return 'events';
  // A log of a few tickets, each of one row so far.
  return hasInstant && roles.has('event') && roles.has('at') && !ends && !roles.has('created') ? 'events' : 'tickets';
}

type Choose = (role: Role, column: string, why: Why) => void;

/** Gives the time that every form needs to one of the columns of instants. */
function settleTimes(profile: TableProfile, form: Form, roles: Map<Role, RoleGuess>, choose: Choose): void {
  const needed: Role = form === 'tickets' ? 'created' : 'at';
  if (roles.has(needed)) return;
  const preferred: readonly Role[] =
    form === 'tickets' ? ['at', 'accepted', 'assigned'] : ['created', 'updated', 'accepted', 'assigned'];
  for (const role of preferred) {
    const found = roles.get(role);
    if (found === undefined) continue;
    roles.delete(role);
    choose(needed, found.column, found.why);
    return;
  }
  const instants = profile.columns.filter(({ kind }) => kind === 'instant').map(({ name }) => name);
  const free = instants.filter((name) => ![...roles.values()].some(({ column }) => column === name));
  const earliest = earliestOf(free.length > 0 ? free : instants, profile);
  if (earliest === undefined) return;
  for (const [role, { column }] of roles) if (column === earliest) roles.delete(role);
  choose(needed, earliest, instants.length === 1 ? 'rest' : 'values');
}

/** The instant that most often comes first; of those never compared the leftmost. */
function earliestOf(names: readonly string[], { orders }: TableProfile): string | undefined {
  const lateness = (name: string): number =>
    orders.reduce((sum, pair) => {
      if (pair.first === name) return sum + pair.secondEarlier - pair.firstEarlier;
      return pair.second === name ? sum + pair.firstEarlier - pair.secondEarlier : sum;
    }, 0);
  return [...names].sort((a, b) => lateness(a) - lateness(b))[0];
}

const OF_ROWS: readonly Role[] = ['at', 'event', 'actor', 'actor_role', 'sequence', 'field', 'to', 'from'];
const OF_FORM: Readonly<Record<Form, readonly Role[]>> = {
  tickets: [],
  events: ['at', 'event', 'actor', 'actor_role', 'sequence'],
  changes: ['at', 'field', 'to', 'from', 'actor', 'actor_role', 'sequence'],
};

/** What says nothing in a form is no role in it. */
function keepForForm(roles: readonly RoleGuess[], form: Form): RoleGuess[] {
  return roles.filter(({ role }) => !OF_ROWS.includes(role) || OF_FORM[form].includes(role));
}
