import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Report } from '../../domain/report.ts';
import type { Page, Reader } from '../page.ts';
import type { Records } from '../table.ts';

/** What a view may show: the report and, for the places behind its findings, the findings themselves. */
export interface Shown {
  readonly report: Report;
  readonly findings: readonly Diagnostic[];
}

export interface View {
  /** For people. */
  readonly page: (shown: Shown, reader: Reader) => Page;
  /** For machines: one table with stable columns; titles are the keys. */
  readonly records: (shown: Shown) => Records;
  /** What JSON shows in place of the records. */
  readonly whole?: (shown: Shown) => unknown;
}
