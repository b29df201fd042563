import type { CheckList } from '../../src/domain/check-list.ts';
import type { Comparison } from '../../src/domain/comparison.ts';
import type { DueList } from '../../src/domain/due-list.ts';
import type { ReportDiff } from '../../src/domain/report-diff.ts';
import { verdictColumns } from '../../src/report/records.ts';
import type {
  CheckDocument,
  DueDocument,
  HandOversDocument,
  InspectDocument,
  LoadDocument,
  PartDocument,
  PausesDocument,
  PenaltiesDocument,
  ProofDocument,
  ProvenanceDocument,
  QualityDocument,
  RecordsDocument,
  SourceDocument,
  StepsDocument,
  VerdictsDocument,
} from '../../src/report/schema/documents.ts';
import type { SchemaName } from '../../src/report/schema/schemas.ts';
import type { Column } from '../../src/report/table.ts';
import { check } from '../../src/report/views/check.ts';
import { compare } from '../../src/report/views/compare.ts';
import { diff } from '../../src/report/views/diff.ts';
import { due } from '../../src/report/views/due.ts';
import { verify } from '../../src/report/views/verify.ts';
import type { View } from '../../src/report/views/view.ts';
import { type ViewName, views } from '../../src/report/views/views.ts';
import { emptyReport } from './empty-report.ts';
import type { Root } from './json-schemas.ts';

/** Each type by its own name: one that is renamed there no longer compiles here. */
interface Documents {
  readonly VerdictsDocument: VerdictsDocument;
  readonly PartDocument: PartDocument;
  readonly PenaltiesDocument: PenaltiesDocument;
  readonly QualityDocument: QualityDocument;
  readonly SourceDocument: SourceDocument;
  readonly DueDocument: DueDocument;
  readonly CheckDocument: CheckDocument;
  readonly ProofDocument: ProofDocument;
  readonly InspectDocument: InspectDocument;
  readonly RecordsDocument: RecordsDocument;
  readonly StepsDocument: StepsDocument;
  readonly LoadDocument: LoadDocument;
  readonly HandOversDocument: HandOversDocument;
  readonly PausesDocument: PausesDocument;
  readonly ProvenanceDocument: ProvenanceDocument;
}
const document = (name: keyof Documents): Root => ['report/schema/documents.ts', name];

/** Of what JSON is one value rather than a list of records, its type. */
const wholes: Partial<Record<SchemaName, Root>> = {
  report: ['domain/report.ts', 'Report'],
  steps: document('StepsDocument'),
  load: document('LoadDocument'),
  'hand-overs': document('HandOversDocument'),
  pauses: document('PausesDocument'),
  penalties: document('PenaltiesDocument'),
  source: document('SourceDocument'),
  quality: document('QualityDocument'),
  provenance: document('ProvenanceDocument'),
  verdicts: document('VerdictsDocument'),
  part: document('PartDocument'),
  proof: document('ProofDocument'),
  due: document('DueDocument'),
  check: document('CheckDocument'),
  compare: ['domain/comparison.ts', 'Comparison'],
  diff: ['domain/report-diff.ts', 'ReportDiff'],
  verify: ['domain/verification.ts', 'VerificationList'],
  status: ['cli/status.ts', 'Status'],
  manifest: ['cli/manifest.ts', 'Manifest'],
  inspect: document('InspectDocument'),
};

export function rootOf(name: SchemaName): Root {
  return wholes[name] ?? document('RecordsDocument');
}

/** What the columns of records are called and printed under. */
export function recordViews(): {
  readonly name: string;
  readonly command: string;
  readonly columns: readonly Column[];
}[] {
  const head = { policy: emptyReport.policy, timezone: 'UTC', asOf: emptyReport.asOf };
  const dueList: DueList = {
    ...head,
    within: null,
    by: 'owner',
    lines: [],
    notListed: { later: 0, undecided: 0, noTarget: 0 },
  };
  const checkList: CheckList = { ...head, lines: [], missed: 0, unmeasured: 0 };
  return [
    { name: 'verdicts', command: 'slaudit evaluate', columns: verdictColumns({ records: { fields: [] } }) },
    ...(Object.keys(views) as ViewName[]).map((name) => ({
      name,
      command: `slaudit report --view ${name}`,
      columns: (views[name] as View).records({ report: emptyReport, findings: [] }).columns,
    })),
    { name: 'due', command: 'slaudit due', columns: due.records(dueList).columns },
    { name: 'check', command: 'slaudit check', columns: check.records(checkList).columns },
    { name: 'compare', command: 'slaudit compare', columns: compare.records(emptyComparison).columns },
    { name: 'diff', command: 'slaudit diff', columns: diff.records(emptyDiff).columns },
    { name: 'verify', command: 'slaudit verify', columns: verify.records({ schemaVersion: 1, reports: [] }).columns },
  ];
}

const saved = { file: '', kind: 'report', policy: null, period: null, asOf: null, runs: 0, leftOut: 0 } as const;

const emptyDiff: ReportDiff = {
  schemaVersion: 1,
  isSame: true,
  before: saved,
  after: saved,
  clocks: [],
  figures: [],
  runs: { of: 'nothing', isPartial: false, compared: 0, added: [], gone: [], changed: [] },
  consequences: [],
  inputs: [],
};

const compared = {
  policy: emptyReport.policy,
  timezone: 'UTC',
  asOf: emptyReport.asOf,
  rows: { rows: 0, used: 0 },
  breaches: 0,
  currency: null,
};

const emptyComparison: Comparison = {
  schemaVersion: 1,
  of: 'policies',
  before: compared,
  after: compared,
  tickets: [],
  clocks: [],
  objectives: [],
  groups: [],
  parties: [],
  verdicts: null,
  money: null,
};
