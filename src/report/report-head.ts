import type { Report } from '../domain/report.ts';

/** What JSON of a view of a report begins with: of which report it is. */
export interface ReportHead {
  readonly schemaVersion: 1;
  readonly policy: Report['policy'];
  readonly timezone: string;
  /** `null`: everything in the data. */
  readonly period: NonNullable<Report['period']> | null;
  readonly asOf: string;
}

export function headOf({ policy, timezone, period, asOf }: Report): ReportHead {
  return { schemaVersion: 1, policy, timezone, period: period ?? null, asOf };
}
