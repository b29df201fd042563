import type { Diagnostic } from '../domain/diagnostic.ts';
import type { DueList } from '../domain/due-list.ts';
import type { PrivacyWords } from '../domain/privacy.ts';
import type { Proof } from '../domain/proof.ts';
import type { Report } from '../domain/report.ts';
import type { Verdict } from '../domain/verdict.ts';
import { duePlan } from './due-plan.ts';
import { type Hidden, type Masks, masksFor } from './masks.ts';
import { carryOut, type OnStranger, type Plan } from './plan.ts';
import { proofPlan } from './proof-plan.ts';
import { reportPlan } from './report-plan.ts';
import { ruleMasks } from './rules.ts';
import { maskedVerdict } from './verdict-plan.ts';

/**
 * Hides people in what has been found out: the numbers are those of everything, the names are others. One masker is for one
 * result: who is hidden behind a number is the same in each of its parts.
 */
export interface Masker
  extends Pick<Masks, 'person' | 'argument' | 'ticket' | 'ticketOf' | 'areTicketsHidden' | 'lengthened'> {
  report(report: Report): Report;
  verdict(verdict: Verdict): Verdict;
  proof(proof: Proof): Proof;
  due(list: DueList): DueList;
  findings<Each extends Diagnostic>(findings: readonly Each[]): Each[];
}

/** @param onStranger for tests: a text of which no plan knows. Else it is hidden */
export function maskerFor(hidden: Hidden, onStranger: OnStranger = () => hidden.words.hidden): Masker {
  const { policy, asOf, words } = hidden;
  const masks = masksFor(hidden);
  const rules = ruleMasks(masks);
  const fields = policy.records.fields.map(({ field }) => field);
  const verdict = maskedVerdict(masks, rules, fields, asOf);
  const apply =
    <Value>(plan: Plan<Value>) =>
    (value: Value): Value =>
      carryOut(plan, value, onStranger);
  return {
    ...masks,
    verdict,
    report: apply<Report>(reportPlan(masks)),
    proof: apply<Proof>(proofPlan(masks, rules, verdict)),
    due: apply<DueList>(duePlan(masks)),
    findings: (findings) => maskedFindings(findings, words, masks.ticket),
  };
}

/** What kind a finding is, and where: its sentences quote the export. Findings that tell how people are hidden quote nothing. */
export function maskedFindings<Each extends Diagnostic>(
  findings: readonly Each[],
  words: PrivacyWords,
  ticketMask: (ticket: string) => string = () => words.hidden,
): Each[] {
  return findings.map((finding) => {
    if (OPEN.includes(finding.code)) return finding;
    const { hint: _, ticket, ...rest } = finding;
    return {
      ...rest,
      message: words.finding(finding.code),
      ...(ticket !== undefined && { ticket: ticketMask(ticket) }),
    } as Each;
  });
}

/** Findings about the hiding itself. */
const OPEN: readonly string[] = ['privacy-assumed', 'pseudonyms-lengthened'];
