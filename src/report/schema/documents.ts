import type { Condition } from '../../domain/condition.ts';
import type { ConsequenceLine, ConsequenceSum, NoFile, Subject } from '../../domain/consequence-figures.ts';
import type { DueList } from '../../domain/due-list.ts';
import type { Form } from '../../domain/policy.ts';
import type { ColumnKind, Oddity, PresetFit, RoleGuess, ValueCount } from '../../domain/profile.ts';
import type { Trial } from '../../domain/proof.ts';
import type { FileDigest, Provenance } from '../../domain/provenance.ts';
import type { Breakdown, FindingCount, Report, RowAccount } from '../../domain/report.ts';
import type { SourceClock } from '../../domain/source-figures.ts';
import type { HandOverFigures, LatePauseFigures, LoadFigures, TimeUseFigures } from '../../domain/time-figures.ts';
import type { OffDuty, Outcome } from '../../domain/verdict.ts';
import type { ReportHead } from '../report-head.ts';

// What is written as JSON and is no type of the domain. The schemas in docs/schemas are printed from these types and their
// comments, and from those of the domain.

/** A record of a view, as NDJSON has it: its columns in docs/columns.md. */
type RecordOf<View extends string> = { readonly view?: View };

/** From what it was made. */
interface Made {
  readonly provenance?: Provenance;
}

/** `slaudit report --view VIEW -f json` of a view that is a list of records. */
export interface RecordsDocument extends ReportHead, Made {
  readonly records: readonly RecordOf<'records'>[];
}

/** `slaudit report --view provenance -f json`. */
export interface ProvenanceDocument extends ReportHead, Made {}

/** `slaudit report --view steps -f json`. */
export interface StepsDocument extends ReportHead, Made {
  readonly timeUse: TimeUseFigures | null;
}

/** `slaudit report --view load -f json`. */
export interface LoadDocument extends ReportHead, Made {
  readonly load: LoadFigures | null;
}

/** `slaudit report --view hand-overs -f json`. */
export interface HandOversDocument extends ReportHead, Made {
  readonly handOvers: HandOverFigures | null;
}

/** `slaudit report --view pauses -f json`. */
export interface PausesDocument extends ReportHead, Made {
  readonly latePauses: LatePauseFigures | null;
}

/** `slaudit evaluate -f json`. */
export interface VerdictsDocument {
  readonly schemaVersion: 1;
  readonly asOf: string;
  /** By ticket, in the order of the exports. */
  readonly verdicts: readonly RecordOf<'verdicts'>[];
  readonly provenance?: Provenance;
}

/** `slaudit evaluate --partial`: what some tickets come to, for `slaudit merge` of the same version. */
export interface PartDocument {
  readonly schemaVersion: 1;
  readonly kind: 'part';
  /** All parts of a report are by one tool. */
  readonly tool: { readonly version: string; readonly build: string };
  readonly timeZoneData: string;
  /** How the tickets were judged: the same in all parts of a report. Instants are milliseconds of Unix time. */
  readonly scope: {
    readonly period?: { readonly label: string; readonly start: number; readonly end: number };
    readonly asOf: number;
    /** It was said as such, and not taken from the period's end. */
    readonly isAsOfSaid: boolean;
    readonly by?: readonly Breakdown[];
    readonly sensitivity: boolean;
  };
  /** The policy and what it names, with their content in base64. */
  readonly agreement: readonly (FileDigest & { readonly content: string })[];
  /** Of the command that reports on these exports alone. */
  readonly command: { readonly options: readonly string[]; readonly paths: readonly string[] };
  readonly exports: readonly FileDigest[];
  /** Of which a row was read, sorted. */
  readonly tickets: readonly string[];
  /** What was found in the exports as a whole; this and what follows is no interface, and changes with the program. */
  readonly notes: object;
  readonly totals: object;
  readonly walk: object;
  readonly proofs: object;
}

/** `slaudit report --view penalties -f json`. */
export interface PenaltiesDocument extends ReportHead, Made {
  /** Of ISO 4217. */
  readonly currency: string | null;
  /** Breaches for which nobody has a file, by why. */
  readonly withoutFile: readonly { readonly kind: NoFile; readonly breaches: number }[];
  readonly totals: readonly { readonly kind: ConsequenceLine['kind']; readonly sums: readonly ConsequenceSum[] }[];
  readonly subjects: readonly PenaltySubject[];
}

interface PenaltySubject extends Subject {
  readonly consequences: readonly ConsequenceLine[];
}

/** `slaudit report --view quality -f json`. */
export interface QualityDocument extends ReportHead, Made {
  readonly rows: RowAccount;
  readonly findings: readonly FindingDocument[];
}

interface FindingDocument extends FindingCount {
  readonly places: readonly {
    readonly file: string | null;
    readonly line: number | null;
    readonly column: number | null;
    readonly ticket: string | null;
    /** In English. */
    readonly message: string;
    readonly hint: string | null;
    readonly count: number;
  }[];
}

/** `slaudit report --view source -f json`. */
export interface SourceDocument extends ReportHead, Made {
  readonly clocks: readonly SourceClock[];
}

/** `slaudit due -f json`. */
export interface DueDocument {
  readonly schemaVersion: 1;
  readonly asOf: string;
  readonly timezone: string;
  /** Seconds by the clock on the wall; `null`: however far away. */
  readonly within: number | null;
  /** `owner`, or the name of a field. */
  readonly by: string;
  readonly due: readonly RecordOf<'due'>[];
  /** Runs that are open, too. */
  readonly notListed: DueList['notListed'];
  readonly provenance?: Provenance;
}

/** `slaudit check -f json`. */
export interface CheckDocument {
  readonly schemaVersion: 1;
  readonly asOf: string;
  readonly period: NonNullable<Report['period']> | null;
  readonly missed: number;
  readonly unmeasured: number;
  readonly checks: readonly RecordOf<'check'>[];
  readonly provenance?: Provenance;
}

/** `slaudit explain -f json`: everything behind the verdicts on one ticket. */
export interface ProofDocument {
  readonly schemaVersion: 1;
  readonly ticket: string;
  readonly timezone: string;
  readonly asOf: string;
  /** False where the policy leaves the ticket out, or nothing of it had happened yet: nothing is judged. */
  readonly included: boolean;
  readonly events: readonly EventDocument[];
  readonly runs: readonly RunDocument[];
  readonly provenance?: Provenance;
}

interface PlaceDocument {
  readonly file: string;
  readonly line: number | null;
}

interface ReckonedDocument {
  readonly after: string;
  readonly column: string;
  /** Seconds. */
  readonly length: number;
}

interface EventDocument {
  readonly at: string;
  readonly earliest: string;
  readonly latest: string;
  readonly place: PlaceDocument | null;
  readonly event: string | null;
  readonly reckoned?: ReckonedDocument;
  readonly actor: string | null;
  readonly role: string | null;
  readonly changes: readonly { readonly field: string; readonly value: string }[];
}

interface HolderDocument {
  readonly name: string;
  /** Of the roster. */
  readonly id: string | null;
}

interface RunDocument {
  readonly verdict: VerdictDocument;
  readonly offDuty?: OffDuty;
  readonly excuse?: {
    readonly decision: 'excused' | 'upheld' | 'rejected';
    readonly by: string;
    readonly at: string;
    readonly reason: string;
    readonly evidence: string;
    readonly place: PlaceDocument | null;
  };
  /** The version in force, of a policy with several. */
  readonly policy?: { readonly name: string; readonly effective: string | null };
  readonly start: PlaceDocument | null;
  readonly stop: PlaceDocument | null;
  readonly startReckoned?: ReckonedDocument;
  readonly stopReckoned?: ReckonedDocument;
  readonly passedOver: readonly PassedOverDocument[];
  readonly morePassedOver: number;
  readonly targets: readonly {
    readonly target: string;
    readonly within: WithinDocument;
    readonly matched: boolean;
    readonly tests: readonly TrialDocument[];
  }[];
  /** Each target that fitted while it ran; empty where none changed. */
  readonly reigns: readonly {
    readonly target: string | null;
    readonly within: WithinDocument | null;
    readonly applies: boolean;
    readonly from: string;
    readonly promised: { readonly at: string; readonly latest: string } | null;
    readonly place: PlaceDocument | null;
    readonly version: string | null;
    /** Seconds of service time. */
    readonly used: number | null;
  }[];
  /** The whole stretch without gaps; lengths in seconds. */
  readonly spans: readonly {
    readonly start: string;
    readonly end: string;
    readonly counts: boolean;
    readonly why: string;
    readonly detail: string | null;
    readonly shift: string | null;
    readonly length: number;
    /** Counted from the start to the end of this span. */
    readonly total: number;
    readonly ranOutAt: string | null;
  }[];
  readonly pauses: readonly {
    readonly start: string;
    readonly end: string | null;
    readonly began: PlaceDocument | null;
    readonly ended: PlaceDocument | null;
    readonly cut: boolean;
    /** As the policy has them. */
    readonly rules: readonly unknown[];
  }[];
  readonly unplacedPause?: { readonly totals: readonly string[]; readonly least: number; readonly most: number };
  readonly holder: (HolderDocument & { readonly since: string | null; readonly place: PlaceDocument | null }) | null;
  readonly charge: readonly {
    /** As the policy has it. */
    readonly rule: unknown;
    readonly decides: boolean;
    readonly named: (HolderDocument & { readonly since: string | null; readonly place: PlaceDocument | null }) | null;
    readonly tooShort: readonly {
      readonly holder: HolderDocument | null;
      readonly since: string;
      readonly place: PlaceDocument | null;
      /** Seconds. */
      readonly held: number;
      readonly least: number;
    }[];
  }[];
  /** Who held it for how many seconds of the time that counted. */
  readonly shares: readonly { readonly holder: HolderDocument | null; readonly counted: number }[];
  readonly handOvers: readonly {
    readonly at: string;
    readonly place: PlaceDocument | null;
    readonly from: HolderDocument | null;
    readonly to: HolderDocument | null;
    /** Seconds of the target then. */
    readonly left: number | null;
  }[];
  readonly consequences?: readonly ConsequenceLine[];
}

/** The verdict record without the ticket's own fields. */
interface VerdictDocument {
  readonly ticket: string;
  readonly clock: string;
  readonly target: string | null;
  readonly cycle: number;
  readonly outcome: Outcome;
  readonly started_at: string | null;
  readonly due_at: string | null;
  readonly stopped_at: string | null;
  readonly decided_at: string | null;
  readonly elapsed_s: number | null;
  readonly within_s: number | null;
  readonly over_s: number | null;
  readonly paused_s: number | null;
  readonly excluded_s: number | null;
  readonly wall_s: number | null;
  readonly severity: string | null;
  readonly charged_to: string | null;
  readonly charged_kind: string | null;
  readonly reason: string | null;
}

interface PassedOverDocument {
  readonly at: string;
  readonly place: PlaceDocument | null;
  readonly event: string;
  readonly actor: string | null;
  readonly role: string | null;
  readonly part: 'start' | 'stop' | 'update';
  readonly why:
    | {
        readonly kind: 'actor';
        readonly by: { readonly roles?: readonly string[]; readonly actors?: readonly string[] };
      }
    | { readonly kind: 'condition'; readonly tests: readonly TrialDocument[] }
    | { readonly kind: 'before-start' };
}

/** A test of a condition, as the policy has it, with the ticket's value. */
interface TrialDocument {
  readonly test: Condition[number];
  readonly value: Trial['value'];
  readonly holds: boolean;
}

type WithinDocument =
  /** Seconds. */
  | { readonly kind: 'duration'; readonly length: number }
  | { readonly kind: 'promised'; readonly field: string; readonly furthest?: number }
  | { readonly kind: 'working-days'; readonly days: number; readonly end: string };

/** `slaudit inspect -f json`; docs/inspect.md tells of each field. */
export interface InspectDocument {
  readonly schemaVersion: 1;
  /** Of a column with more different values, no list of them is kept. */
  readonly mostValues: number;
  readonly tables: readonly TableDocument[];
}

interface TableDocument {
  readonly file: string;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly quote: string | null;
  readonly lineEnds: 'lf' | 'crlf' | 'cr' | null;
  readonly headerLine: number | null;
  readonly preamble: readonly string[];
  readonly sheets: readonly string[];
  readonly rows: number;
  readonly refused: number;
  readonly form: Form;
  readonly columns: readonly ColumnDocument[];
  readonly candidates: readonly RoleGuess[];
  readonly presets: readonly (Omit<PresetFit, 'isUsable'> & { readonly share: number; readonly usable: boolean })[];
  readonly totalLines: readonly number[];
  readonly oddities: readonly OddityDocument[];
}

interface ColumnDocument {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly filled: number;
  readonly distinct: number;
  readonly moreDistinct: boolean;
  readonly examples: readonly string[];
  readonly values: readonly ValueCount[] | null;
  readonly numbers: { readonly least: number; readonly greatest: number } | null;
  readonly times: TimesDocument | null;
  readonly role: string | null;
  readonly why: string | null;
}

interface TimesDocument {
  readonly formats: readonly { readonly format: string; readonly rows: number }[];
  readonly precision: readonly { readonly to: 'second' | 'minute' | 'hour' | 'day'; readonly rows: number }[];
  /** Without a zone: of most stamps nobody knows it. */
  readonly from: string | null;
  readonly to: string | null;
  readonly withZone: number;
  readonly offsets: readonly string[];
  readonly dayOrder: 'day-first' | 'month-first' | 'undecided' | 'contradictory' | null;
  readonly unreadableRows: number;
  readonly unreadable: readonly ValueCount[];
  readonly gaps: readonly { readonly from: string; readonly to: string }[];
}

type OddityDocument =
  | Exclude<Oddity, { readonly kind: 'gap' | 'no-date' | 'mixed-formats' }>
  | { readonly kind: 'gap'; readonly column: string; readonly from: string; readonly to: string }
  | { readonly kind: 'no-date'; readonly column: string; readonly date: string | null; readonly paired: boolean }
  | {
      readonly kind: 'mixed-formats';
      readonly column: string;
      readonly formats: readonly { readonly format: string; readonly rows: number }[];
    };
