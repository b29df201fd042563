import { english } from '../../../src/diagnostics/say.ts';
import { readJson } from '../../../src/ingest/json/read-json.ts';
import type { Wanted } from '../../../src/ingest/rows/named-columns.ts';
import type { RowSink } from '../../../src/ingest/rows/row-sink.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';

export interface ReadRows {
  /** Each row's cells by column; what the row does not have is left out. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly lines: readonly number[];
  readonly columns: readonly string[];
  /** `code` of each remark, with its line. */
  readonly remarks: readonly string[];
  /** `line:column code`; a fault ends the reading. */
  readonly faults: readonly string[];
  readonly hints: readonly string[];
}

/** Reads a text as a JSON file, in pieces of so many characters. */
export async function readRows(
  text: string,
  wanted: 'all' | readonly string[],
  path: readonly string[] = [],
  size = 65_536,
): Promise<ReadRows> {
  const names: Wanted = wanted === 'all' ? 'all' : wanted.map((name) => ({ name, isRequired: false }));
  return readWanted(text, names, path, size);
}

export async function readWanted(
  text: string,
  wanted: Wanted,
  path: readonly string[] = [],
  size = 65_536,
): Promise<ReadRows> {
  let columns: readonly string[] = [];
  const rows: Record<string, string>[] = [];
  const lines: number[] = [];
  const remarks: string[] = [];
  const hints: string[] = [];
  const named = () => (wanted === 'all' ? columns : wanted.map(({ name }) => name));
  const sink: RowSink = {
    begin: (names) => {
      columns = names;
    },
    take(cells, line) {
      const entries = named().map((name, slot) => [name, cells[slot]] as const);
      rows.push(Object.fromEntries(entries.flatMap(([name, cell]) => (cell === undefined ? [] : [[name, cell]]))));
      lines.push(line);
    },
    refuse: () => {},
    remark: ({ code, hint = '' }, line) => {
      remarks.push([line, code].filter((each) => each !== undefined).join(' '));
      hints.push(english(hint));
    },
    reject: () => {},
  };
  let faults: readonly string[] = [];
  try {
    await readJson(pieces(text, size), { file: 'a', wanted, rows: path }, sink);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    hints.push(...error.diagnostics.map(({ hint = '' }) => english(hint)));
    faults = error.diagnostics.map(({ code, place }) =>
      [[place?.line, place?.column].filter((each) => each !== undefined).join(':'), code].join(' ').trim(),
    );
  }
  return { rows, lines, columns, remarks, faults, hints };
}

/** As the decoder gives them: each ends where a character ends. */
async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = Math.min(text.length, start + size);
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end++;
    yield encoder.encode(text.slice(start, end));
  }
}
