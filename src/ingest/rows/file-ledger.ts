import { type Code, codes } from '../../diagnostics/codes.ts';
import { findingList } from '../../diagnostics/finding-list.ts';
import { say } from '../../diagnostics/say.ts';
import type { Diagnostic, Sentence } from '../../domain/diagnostic.ts';
import type { Refusal } from './row-sink.ts';

/** What became of the rows of one file. */
export interface FileLedger {
  readonly file: string;
  /** Rows in, used or not. */
  readonly rows: number;
  /** Rows set aside, by reason. */
  readonly setAside: ReadonlyMap<string, number>;
  /** Tickets of which a row was set aside for a fault. */
  readonly doubtful: ReadonlySet<string>;
  /** A row is used; the remarks are findings about it. */
  use(line: number, remarks: readonly Refusal[]): void;
  /** So many rows are used, and nothing is to be said of them. */
  useAll(count: number): void;
  /** A row is set aside, which is a finding: for a fault, or with a note because it is no row of the table. */
  refuse(line: number, refusal: Refusal): void;
  /** A finding that is about no row. */
  remark(remark: Refusal, line?: number): void;
  /** A row that was used is set aside after all, without a finding of its own. */
  drop(reason: string): void;
  /** The file as a whole is unusable: what its rows lacked no longer matters; how it was read may be the reason. */
  reject(): void;
  findings(): readonly Diagnostic<Code>[];
}

export function fileLedger(file: string): FileLedger {
  const setAside = new Map<string, number>();
  const doubtful = new Set<string>();
  let findings = findingList({ file });
  let rows = 0;
  let used = 0;
  let faults = 0;
  let isRejected = false;

  function drop(reason: string): void {
    setAside.set(reason, (setAside.get(reason) ?? 0) + 1);
  }

  function find(line: number | undefined, refusal: Refusal): void {
    findings.add(findingIn(file, refusal, line));
  }

  return {
    file,
    get rows() {
      return rows;
    },
    setAside,
    doubtful,
    use(line, remarks) {
      rows++;
      used++;
      if (remarks.length > 0) for (const remark of remarks) find(line, remark);
    },
    useAll(count) {
      rows += count;
      used += count;
    },
    refuse(line, refusal) {
      rows++;
      drop(refusal.code);
      if (codes[refusal.code].severity === 'note') {
        find(line, refusal);
        return;
      }
      faults++;
      if (refusal.ticket !== undefined) doubtful.add(refusal.ticket);
      const { hint, ticket } = refusal;
      find(line, { ...refusal, hint: hint === undefined ? consequence(ticket) : say`${hint} ${consequence(ticket)}` });
    },
    remark: (remark, line) => find(line, remark),
    drop,
    reject() {
      isRejected = true;
      const notes = findings.list().filter(({ code }) => codes[code].severity === 'note');
      findings = findingList({ file });
      for (const note of notes) findings.add(note);
    },
    findings: () =>
      isRejected || faults === 0 || used > 0 ? findings.list() : [...findings.list(), noUsableRows(file, setAside)],
  };
}

export function findingIn(
  file: string,
  { code, message, hint, ticket }: Refusal,
  line: number | undefined,
): Diagnostic<Code> {
  const about = { ...(hint !== undefined && { hint }), ...(ticket !== undefined && { ticket }) };
  return { code, place: { file, ...(line !== undefined && { line }) }, message, ...about };
}

function consequence(ticket: string | undefined): Sentence {
  return ticket === undefined
    ? say`Until the row is mended it is left out.`
    : say`Until the row is mended it is left out, and nothing is decided about ticket ${ticket}.`;
}

function noUsableRows(file: string, setAside: ReadonlyMap<string, number>): Diagnostic<Code> {
  const reasons = [...setAside].map(([reason, count]) => `${count} ${reason}`).join(', ');
  return {
    code: 'no-usable-rows',
    place: { file },
    message: `not one row can be used (${reasons})`,
    hint: setAside.has('bad-timestamp')
      ? 'Each row has its own finding; if the stamps are sound, set records.time.format.'
      : 'Each row has its own finding; check that the policy names the right columns.',
  };
}
