import { type Chapter, type Clause, chapters } from './clauses.ts';

/** What shows a clause: claims of cases, and names of shipped policies whose comments name it. */
export interface Evidence {
  readonly cases: ReadonlyMap<string, readonly string[]>;
  readonly policies: ReadonlyMap<string, readonly string[]>;
}

const INTRODUCTION = `# Clauses and their cases

Printed from the cases in \`fixtures/cases\`: each ends its comments with a line \`# Shows: A5, S6\`, and a test fails for a clause without
one. A-numbers are what after-sales rules promise, B-numbers what the clock must do for it, D-numbers what follows from it for people,
customers and suppliers, S-numbers the questions of business time that every program answers, mostly in silence: the answer that holds unless
the policy says otherwise, and below it the others that a policy can choose. The last column names the policies of \`fixtures/policies\` that have the clause.`;

/** docs/clauses.md. */
export function clausesPage(evidence: Evidence): string {
  return `${[INTRODUCTION, ...chapters.map((chapter) => section(chapter, evidence))].join('\n\n')}\n`;
}

function section({ title, clauses }: Chapter, evidence: Evidence): string {
  const rows = Object.entries(clauses).flatMap(([id, clause]) => clauseRows(id, clause, evidence));
  return [`## ${title}\n`, '| | clause | cases | policies |', '|---|---|---|---|', ...rows].join('\n');
}

function clauseRows(id: string, { says, unlessSaid, options = {} }: Clause, { cases, policies }: Evidence): string[] {
  const links = (name: string) => (cases.get(name) ?? []).map(caseLink).join('<br>');
  const shipped = (policies.get(id) ?? []).map(policyLink).join('<br>');
  const text = unlessSaid === undefined ? says : `${says}: ${unlessSaid}`;
  return [
    `| ${id} | ${text} | ${links(id)} | ${shipped} |`,
    ...Object.entries(options).map(
      ([option, meaning]) => `| ${id} \`${option}\` | ${meaning} | ${links(`${id} ${option}`)} | |`,
    ),
  ];
}

function caseLink(claim: string): string {
  return `[${claim.replace(/^.*\//, '').replaceAll('-', ' ')}](../fixtures/cases/${claim}/cmd)`;
}

function policyLink(file: string): string {
  return `[${file.replace(/\.yaml$/, '')}](../fixtures/policies/${file})`;
}
