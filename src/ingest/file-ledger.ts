import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
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
  /** A row comes in. */
  count(): void;
  /** A row is set aside for a fault: counted, and a finding. */
  refuse(line: number, refusal: Refusal): void;
  /** A row is set aside without a finding of its own. */
  drop(reason: string): void;
  /** A row is used, and this is to be known of it. */
  note(finding: Diagnostic<Code>): void;
  /** The file as a whole is unusable: what its rows lacked no longer matters. */
  reject(): void;
  findings(): readonly Diagnostic<Code>[];
}

export function fileLedger(file: string): FileLedger {
  const setAside = new Map<string, number>();
  const doubtful = new Set<string>();
  let findings: Diagnostic<Code>[] = [];
  let rows = 0;
  let refused = 0;
  let isRejected = false;

  const drop = (reason: string) => void setAside.set(reason, (setAside.get(reason) ?? 0) + 1);

  return {
    file,
    get rows() {
      return rows;
    },
    setAside,
    doubtful,
    count: () => void rows++,
    refuse(line, { code, message, hint, ticket }) {
      drop(code);
      refused++;
      if (ticket !== undefined) doubtful.add(ticket);
      const about = { ...(hint !== undefined && { hint }), ...(ticket !== undefined && { ticket }) };
      findings.push({ code, place: { file, line }, message, ...about });
    },
    drop,
    note: (finding) => void findings.push(finding),
    reject() {
      isRejected = true;
      findings = [];
    },
    findings: () =>
      isRejected || rows === 0 || refused < rows ? findings : [...findings, noUsableRows(file, setAside)],
  };
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
