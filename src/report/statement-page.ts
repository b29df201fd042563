import type { BreachLine } from '../domain/breach-line.ts';
import type { ConsequenceLine, ConsequenceSum } from '../domain/consequence-figures.ts';
import type { Title } from '../domain/policy.ts';
import type { Report } from '../domain/report.ts';
import type { Millis } from '../domain/time.ts';
import { titleOf } from '../locale/catalogue.ts';
import { displayWidth } from '../locale/width.ts';
import { isPenalty, sumText } from './consequence-words.ts';
import type { RenderOptions } from './formats/format.ts';
import { renderPage } from './formats/terminal.ts';
import { type Block, heading, item, type Page, type Reader, text, title } from './page.ts';
import { marked } from './rules/number-chapters.ts';
import { filesOf, withShortPlaces } from './short-places.ts';
import { type BreachProof, breachParagraph } from './statement-breach.ts';
import { consequenceParagraphs } from './statement-consequences.ts';
import { about } from './views/about.ts';

/** All that somebody is told of one period. */
export interface Statement {
  readonly report: Report;
  readonly person: {
    /** The roster's id; absent without a roster. */
    readonly id?: string;
    readonly name: string;
    /** '' where nothing says. */
    readonly department: string;
  };
  /** As breaches and consequences name the person: the id, else the name. */
  readonly who: string;
  /** The proof behind a breach. */
  readonly proofOf: (breach: BreachLine) => BreachProof | undefined;
  /** In the policy's own words. */
  readonly appeal?: Title;
  /** How long after a breach a decision on it has effect. */
  readonly within?: Millis;
}

export function renderStatement(statement: Statement, options: RenderOptions): string {
  return renderPage(statementPage(statement, options), options);
}

/** One page to be handed over and signed: each breach with its proof in short, what follows, how to appeal. */
export function statementPage(statement: Statement, reader: Reader): Page {
  const { report, who } = statement;
  const { words } = reader;
  const say = words.statement;
  const isOwn = (line: BreachLine) => line.chargedKind === 'employee' && line.chargedTo === who;
  const breaches = report.breaches.filter(isOwn);
  const lines = (report.consequences?.lines ?? []).filter((line) => line.kind === 'employee' && line.who === who);
  const penalties = lines.filter((line) => isPenalty(line) && !line.proposal);
  const proposals = lines.filter((line) => isPenalty(line) && line.proposal);
  const rewards = lines.filter(({ family }) => family === 'reward');
  const sums =
    (report.consequences?.subjects ?? []).find(({ kind, name }) => kind === 'employee' && name === who)?.sums ?? [];
  const none = report.consequences === undefined ? say.noRules : say.noConsequences;
  const others = (report.consequences?.otherBreaches ?? []).filter(isOwn);
  const told = { clocks: report.clocks, breaches: [...breaches, ...others] };
  const proofs = told.breaches.map(statement.proofOf);
  const files = filesOf(proofs.flatMap((proof) => proof?.run ?? []));
  const short = proofs.map((proof) => proof && { ...proof, run: withShortPlaces(proof.run, files) });
  const chapters: [string, Page][] = [
    [say.chapters.breaches, breachChapter({ breaches, others }, short, report, reader)],
    [say.chapters.consequences, penalties.length === 0 ? [text(none)] : consequenceParagraphs(penalties, told, reader)],
    [
      say.chapters.proposals,
      proposals.length === 0
        ? []
        : [text(say.proposals), ...consequenceParagraphs(proposals.map(plainly), told, reader)],
    ],
    [say.chapters.rewards, consequenceParagraphs(rewards, told, reader)],
    [say.chapters.sums, sums.map((sum) => text(sumLine(sum, reader)))],
    [say.chapters.appeal, appealChapter(breaches, statement, reader)],
    [say.chapters.signatures, signatures(reader)],
  ];
  const filled = chapters.filter(([, page]) => page.length > 0);
  return [
    title(say.title),
    ...personLines(statement, reader),
    ...about(report, reader).slice(1),
    ...(files.length === 0 ? [] : [text(words.labelled(words.columns.file, words.list(files)))]),
    ...filled.flatMap(([name, page], index): Block[] => [
      heading(marked(words.rules.chapterMark(index + 1), name)),
      ...page,
    ]),
  ];
}

/** Under a heading that says what proposals are. */
function plainly(line: ConsequenceLine): ConsequenceLine {
  return { ...line, proposal: false };
}

function personLines({ report, person }: Statement, { words }: Reader): Page {
  const { policy, name, id, department } = words.statement;
  return [
    text(words.labelled(policy, report.policy.name)),
    text(words.labelled(name, person.name)),
    ...(person.id === undefined ? [] : [text(words.labelled(id, person.id))]),
    ...(person.department === '' ? [] : [text(words.labelled(department, person.department))]),
  ];
}

function breachChapter(
  { breaches, others }: { readonly breaches: readonly BreachLine[]; readonly others: readonly BreachLine[] },
  proofs: readonly (BreachProof | undefined)[],
  { clocks }: Report,
  reader: Reader,
): Page {
  const say = reader.words.statement;
  const paragraph = (line: BreachLine, index: number) =>
    item(`${index + 1}.`, breachParagraph(line, proofs[index], clocks, reader).join('\n'));
  return [
    ...(breaches.length === 0 ? [text(say.noBreaches)] : breaches.map(paragraph)),
    ...(others.length === 0 ? [] : [text(say.otherBreaches)]),
    ...others.map((line, index) => paragraph(line, breaches.length + index)),
  ];
}

/** The rewards' sums as well: what is given stands beside what is taken. */
function sumLine(sum: ConsequenceSum, { words }: Reader): string {
  return words.asTitle(sumText(sum, words));
}

/** The policy's own words, else that one can; and until when, where the policy says so. */
function appealChapter(breaches: readonly BreachLine[], { appeal, within }: Statement, { words, local }: Reader): Page {
  const say = words.statement;
  const how = appeal === undefined ? say.appeal : titleOf(appeal, say.appeal, words);
  if (within === undefined) return [text(how)];
  const DAY = 86_400_000;
  const length = within % DAY === 0 ? say.days(within / DAY) : words.duration(within / 1000);
  const dues = breaches.filter(({ outcome }) => outcome === 'breached').map(({ dueAt }) => Date.parse(dueAt));
  const first = dues.length === 0 ? [] : [text(say.firstDeadline(local(Math.min(...dues) + within)))];
  return [text(how), text(say.within(length)), ...first];
}

/** Room to write by hand. */
const LINE = '_'.repeat(20);

function signatures({ words }: Reader): Page {
  const say = words.statement;
  const widest = say.signatures.reduce((most, who) => Math.max(most, displayWidth(who)), 0);
  return [
    text(say.received),
    ...say.signatures.map((who) => {
      const padding = ' '.repeat(widest - displayWidth(who));
      return text(`\n${words.labelled(who, `${padding}${LINE}`)}  ${words.labelled(say.date, LINE)}`);
    }),
  ];
}
