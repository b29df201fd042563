import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Report } from '../../domain/report.ts';
import type { Page, Reader } from '../page.ts';
import type { Records } from '../table.ts';

/** What a view may show: the report and, for the places behind its findings, the findings themselves. */
export interface Shown {
  readonly report: Report;
  readonly findings: readonly Diagnostic[];
}

export interface View<Subject = Shown> {
  /** For people. */
  readonly page: (subject: Subject, reader: Reader) => Page;
  /** For machines: one table with stable columns; titles are the keys. */
  readonly records: (subject: Subject) => Records;
  /** What JSON shows in place of the records. */
  readonly whole?: (subject: Subject) => unknown;
}
