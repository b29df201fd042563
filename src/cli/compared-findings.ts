import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Audit } from '../run.ts';

type Side = Pick<Audit, 'policy' | 'findings'>;

/** What both policies find is told once, and what only one does by its name. */
export function findingsOfPolicies(before: Side, after: Side): Diagnostic<Code>[] {
  const [earlier, later] = [before, after].map((side) =>
    side.findings().map((finding) => [textOf(finding), finding] as const),
  );
  const [known, others] = [earlier, later].map((side = []) => new Map(side));
  const alone = ({ policy: { file } }: Side, found: typeof earlier = [], other = new Map<string, unknown>()) =>
    found.filter(([text]) => !other.has(text)).map(([, finding]) => under(file, finding));
  const both = [...(known ?? [])].filter(([text]) => others?.has(text)).map(([, finding]) => finding);
  return [...both, ...alone(before, earlier, others), ...alone(after, later, known)];
}

/** A finding in the policy itself says by its place whose it is. */
function under(file: string, finding: Diagnostic<Code>): Diagnostic<Code> {
  if (finding.place?.file === file) return finding;
  const told = say`Found under ${file} only.`;
  return { ...finding, hint: finding.hint === undefined ? told : say`${finding.hint} ${told}` };
}

/**
 * The second period sees all that the first sees, and more: what only the first finds at some line (a pause without an end, a decision
 * on what had not been judged) is true of an export cut in two, not of the data. What it finds of itself as a whole is its own.
 */
export function findingsOfPeriods(before: Side, after: Side): Diagnostic<Code>[] {
  const later = after.findings();
  const known = new Set(later.map(textOf));
  const own = before
    .findings()
    .filter((finding) => finding.place === undefined && finding.code !== 'as-of-cut' && !known.has(textOf(finding)));
  return [...own, ...later];
}

function textOf(finding: Diagnostic<Code>): string {
  return JSON.stringify(finding);
}
