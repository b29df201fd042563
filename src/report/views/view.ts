import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Proof } from '../../domain/proof.ts';
import type { Report } from '../../domain/report.ts';
import type { Page, Reader } from '../page.ts';
import type { Records } from '../table.ts';

/** What a view may show: the report and, for the places behind its findings, the findings themselves. */
export interface Shown {
  readonly report: Report;
  readonly findings: readonly Diagnostic[];
  /** Of a ticket of the report; absent where nobody can see it. Made when it is asked for: there may be a million. */
  readonly proofOf?: (ticket: string) => Proof | undefined;
}

export interface View<Subject = Shown> {
  /** For people. */
  readonly page: (subject: Subject, reader: Reader) => Page;
  /** For machines: one table with stable columns; titles are the keys. */
  readonly records: (subject: Subject) => Records;
  /** What JSON shows in place of the records: an object, to which what it was made from is added. */
  readonly whole?: (subject: Subject) => unknown;
  /** What whoever gets a report reads first; other chapters of a long document may be folded until they are asked for. */
  readonly isMain?: boolean;
  /** Whether it says anything of this subject, and so is a chapter of its book; absent: always. */
  readonly hasSubject?: (subject: Subject) => boolean;
}
