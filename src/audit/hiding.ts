import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { Diagnostic, Sentence } from '../domain/diagnostic.ts';
import type { DueList } from '../domain/due-list.ts';
import type { Policy } from '../domain/policy.ts';
import type { Proof } from '../domain/proof.ts';
import type { HidingTold } from '../domain/provenance.ts';
import type { Report } from '../domain/report.ts';
import type { Verdict } from '../domain/verdict.ts';
import { classesOf, type FieldClass } from '../privacy/field-classes.ts';
import { type Masker, maskerFor } from '../privacy/masker.ts';
import type { Hidden } from '../privacy/masks.ts';
import { fingerprint } from '../privacy/pseudonyms.ts';

export { maskedFindings } from '../privacy/masker.ts';

/** What has been found out of exports, as far as it names somebody. */
interface Results {
  findings(): readonly Diagnostic<Code>[];
  verdicts(): Iterable<{ readonly ticket: string; readonly verdicts: readonly Verdict[] }>;
  report(options: never): Report;
  due(options: never): DueList;
  lint(): readonly Diagnostic<Code>[];
  prove(ticket: string): Proof | undefined;
  suggestTicket(ticket: string): string | undefined;
}

/** How people are hidden in results, and the findings about that. */
export interface Hider {
  readonly notes: readonly Diagnostic<Code>[];
  readonly masker: Masker;
  readonly told: HidingTold;
}

export function hiderFor(hidden: Hidden): Hider {
  const masker = maskerFor(hidden);
  const { hiding } = hidden;
  return {
    masker,
    notes: [...assumed(hidden.policy), ...lengthened(masker.lengthened)],
    told: { kind: hiding.kind, ...(hiding.kind === 'pseudonymised' && { key: fingerprint(hiding.key) }) },
  };
}

/**
 * The same results with nobody named: whoever asks for a report, a proof or findings gets them hidden. Everything was counted
 * and decided before, with the names as they are.
 */
export function hide<Each extends Results>(audit: Each, masker: Masker): Each {
  const results: Results = {
    findings: () => masker.findings(audit.findings()),
    *verdicts() {
      for (const ticket of audit.verdicts()) {
        yield { ...ticket, ticket: masker.ticket(ticket.ticket), verdicts: ticket.verdicts.map(masker.verdict) };
      }
    },
    report: (options) => masker.report(audit.report(options)),
    due: (options) => masker.due(audit.due(options)),
    lint: () => masker.findings(audit.lint()),
    prove(ticket) {
      const proof = audit.prove(masker.ticketOf(ticket));
      return proof && masker.proof(proof);
    },
    // Another ticket's id would be told to who mistyped one.
    suggestTicket: (ticket) => (masker.areTicketsHidden ? undefined : audit.suggestTicket(ticket)),
  };
  return { ...audit, ...results };
}

/** What was made of fields of which the policy says nothing. */
function assumed(policy: Policy): Diagnostic<Code>[] {
  const unsaid = classesOf(policy).filter(({ because }) => because !== 'said');
  if (unsaid.length === 0) return [];
  const parts = PARTS.flatMap(({ fits, told }) => {
    const fields = unsaid.filter(fits).map(({ field }) => field);
    return fields.length === 0 ? [] : [told(fields)];
  });
  return [
    {
      code: 'privacy-assumed',
      place: policy.privacy?.place ?? { file: policy.file },
      message: say`the policy does not say what these fields hold: ${parts}`,
      hint: say`State it: privacy: {employees: […], customers: […], text: […], shown: […]}.`,
    },
  ];
}

/** What fields are taken for, and how that is told. */
const PARTS: readonly {
  readonly fits: (field: FieldClass) => boolean;
  readonly told: (fields: readonly string[]) => Sentence;
}[] = [
  { fits: ({ is }) => is === 'employees', told: (fields) => say`people are ${fields}` },
  { fits: ({ is }) => is === 'customers', told: (fields) => say`customers are ${fields}` },
  { fits: ({ is }) => is === 'text', told: (fields) => say`hidden as text are ${fields}` },
  {
    fits: ({ is, words }) => is === 'shown' && words !== undefined,
    told: (fields) => say`seen where a rule names the value are ${fields}`,
  },
  { fits: ({ is, words }) => is === 'shown' && words === undefined, told: (fields) => say`seen are ${fields}` },
];

function lengthened(names: number): Diagnostic<Code>[] {
  if (names === 0) return [];
  return [
    {
      code: 'pseudonyms-lengthened',
      message: say`${names} names would have shared a pseudonym with another, and theirs are longer here`,
      hint: say`Each begins with the pseudonym that it has elsewhere.`,
    },
  ];
}
