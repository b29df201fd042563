import type { Code } from '../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { BLANK, CLEARED, type EventLog, type NumberColumn } from '../../src/domain/event-log.ts';
import type { FieldMapping, Records, StampMapping } from '../../src/domain/policy.ts';
import type { Source } from '../../src/domain/source.ts';
import { type Exports, readExports } from '../../src/ingest/read-exports.ts';

const place = { file: 'policy.yaml' };
const plain = { values: new Map<string, string>(), place };

export function column(name: string, values: Readonly<Record<string, string>> = {}) {
  return { column: name, values: new Map(Object.entries(values)), place };
}

export function stamp(name: string, options: Partial<StampMapping> = {}): StampMapping {
  const base = { formats: [], zone: 'Asia/Shanghai', assume: 'undecided', ambiguous: 'earlier' } as const;
  return { ...plain, column: name, ...base, ...options };
}

export function field(name: string, from: string, options: Partial<FieldMapping> = {}): FieldMapping {
  return { ...plain, field: name, column: from, clearedByEmpty: false, ...options };
}

export function records(options: Partial<Records> & Pick<Records, 'form' | 'ticket'>): Records {
  return {
    file: {},
    rows: [],
    repeats: 'last',
    events: [],
    durations: [],
    fields: [],
    missing: [],
    include: [],
    ...options,
  };
}

/** A source of these bytes, in pieces of `size`. */
export function source(name: string, content: string | Uint8Array, size = 65_536): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    async *chunks() {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    },
  };
}

export interface Read {
  readonly value: Exports | undefined;
  readonly diagnostics: readonly Diagnostic<Code>[];
  /** `file:line code` of each diagnostic. */
  readonly faults: readonly string[];
}

export async function read(using: Records, ...sources: readonly Source[]): Promise<Read> {
  const { value, diagnostics } = await readExports(sources, { records: using, timezone: 'Asia/Shanghai' });
  const faults = diagnostics.map(
    ({ code, place: at }) => `${[at?.file, at?.line, at?.column].filter(Boolean).join(':')} ${code}`,
  );
  return { value, diagnostics, faults };
}

export async function readLog(using: Records, ...sources: readonly Source[]): Promise<EventLog> {
  const { value, faults } = await read(using, ...sources);
  if (value === undefined) throw new Error(`unusable: ${faults.join(', ')}`);
  return value.log;
}

/** Each row of a log as one line of text: where from, ticket, instants, event, fields. */
export function rowsOf(log: EventLog): readonly string[] {
  return Array.from({ length: log.rows }, (_, row) => {
    const origin = `${log.files[log.file.at(row)]}:${log.line.at(row)}`;
    return `${origin} ${contentOf(log, row)}`;
  });
}

export function contentOf(log: EventLog, row: number): string {
  const stamps = [log.moment, ...log.stamped.map(({ stamps: each }) => each)].filter((each) => each !== undefined);
  const instants = stamps.map((each) => (Number.isNaN(each.at(row)) ? '-' : new Date(each.at(row)).toISOString()));
  const names = [log.event, log.actor, log.role]
    .filter((each) => each !== undefined)
    .map((each) => cell(log, each, row));
  const fields = log.fields.map(({ field: name, values, before }) => {
    const change = before === undefined || before.at(row) === BLANK ? '' : `${cell(log, before, row)}→`;
    return `${name}=${change}${cell(log, values, row)}`;
  });
  return [log.tickets.text(log.ticket.at(row)), ...instants, ...names, ...fields].join(' ');
}

function cell(log: EventLog, cells: NumberColumn, row: number): string {
  const code = cells.at(row);
  return code === BLANK ? '·' : code === CLEARED ? '∅' : log.values.text(code);
}
