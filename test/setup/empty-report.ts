import type { Report } from '../../src/domain/report.ts';

/** A report of nothing: of it a view's records have their columns and no row. */
export const emptyReport: Report = {
  schemaVersion: 1,
  policy: { file: 'policy.yaml', name: 'Policy' },
  timezone: 'UTC',
  language: 'en',
  asOf: '2026-11-01T00:00:00Z',
  rows: { files: 0, rows: 0, used: 0, setAside: [], byFile: [] },
  tickets: { created: 0, cancelled: 0, resolved: 0, resolution: null, firstContact: null, reopened: null },
  clocks: [],
  objectives: [],
  groups: [],
  breaches: [],
  findings: [],
};
