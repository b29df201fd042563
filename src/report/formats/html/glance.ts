import type { ConsequenceSum } from '../../../domain/consequence-figures.ts';
import type { Report } from '../../../domain/report.ts';
import { displayWidth } from '../../../locale/width.ts';
import { addAmounts, amountText, consequenceName, sumText } from '../../consequence-words.ts';
import type { Page } from '../../page.ts';
import { percentOf, shownPercent } from '../../shares.ts';
import type { Selection, Tone } from '../../table.ts';
import { partiesOf } from '../../views/party-table.ts';
import { renderBlocks } from './blocks.ts';
import { escaped } from './escape.ts';
import type { Rendering } from './rendering.ts';

/** A figure as large as it matters, and what there is to say of it. */
interface Card {
  readonly title: string;
  readonly figure: string;
  readonly tone?: Tone;
  readonly selects?: Selection;
  readonly lines: readonly string[];
}

/**
 * What a manager asks first, in figures that need no table: promises, tickets, breaches by whom, what follows, the data.
 *
 * @param lead the sentences that say what to make of it
 */
export function glance(report: Report, lead: Page, rendering: Rendering): string {
  const { words } = rendering.options;
  const cards = [kept, tickets, breaches, follows, quality].map((card) =>
    renderCard(card(report, rendering), rendering),
  );
  const title = escaped(words.page.glance.title);
  const sentences = renderBlocks(lead, { level: 3, name: words.page.glance.title }, rendering);
  return `<section class="glance" aria-labelledby="glance"><h2 id="glance">${title}</h2>\n<div class="cards">\n${cards.join('')}</div>\n${sentences}</section>\n`;
}

/** In columns of a terminal: a longer figure is written smaller. */
const WIDE = 8;

function renderCard({ title, figure, tone, selects, lines }: Card, { runsOf }: Rendering): string {
  const place = selects === undefined ? undefined : runsOf(selects);
  const shown =
    place === undefined ? escaped(figure) : `<a class="drill" href="${escaped(place)}">${escaped(figure)}</a>`;
  const list = lines.map((line) => `<li>${escaped(line)}</li>`).join('');
  const width = displayWidth(figure) > WIDE ? ' wide' : '';
  return `<div class="card${tone === undefined ? '' : ` ${tone}`}"><h3>${escaped(title)}</h3><p class="figure${width}">${shown}</p><ul>${list}</ul></div>\n`;
}

function kept({ clocks, objectives }: Report, { options }: Rendering): Card {
  const { words } = options;
  const say = words.page.glance;
  const [met, decided] = [
    sum(clocks, (clock) => clock.attainment.numerator),
    sum(clocks, (clock) => clock.attainment.denominator),
  ];
  const aims = [...clocks.flatMap(({ objective }) => objective ?? []), ...objectives].filter(
    ({ reached }) => reached !== null,
  );
  const reached = aims.filter((aim) => aim.reached === true).length;
  return {
    title: say.kept,
    figure: decided === 0 ? words.unknown : words.percent(shownPercent(percentOf(met, decided) ?? 0)),
    ...(aims.length > 0 && { tone: reached === aims.length ? 'good' : 'bad' }),
    selects: { outcomes: ['met', 'breached'] },
    lines: [say.keptOf(met, decided), aims.length === 0 ? say.noObjectives : say.objectives(reached, aims.length)],
  };
}

function tickets({ tickets: { created, cancelled, resolution } }: Report, { options }: Rendering): Card {
  const { words } = options;
  const say = words.page.glance;
  const share = resolution?.percent ?? null;
  return {
    title: say.tickets,
    figure: words.count(created),
    lines: [
      ...(resolution === null || share === null
        ? []
        : [say.resolved(resolution.numerator, resolution.denominator, words.percent(shownPercent(share)))]),
      ...(cancelled === 0 ? [] : [say.cancelled(cancelled)]),
    ],
  };
}

/** So many of those who answer for breaches are named. */
const NAMED = 3;

function breaches(report: Report, { options }: Rendering): Card {
  const { words } = options;
  const say = words.page.glance;
  const { clocks } = report;
  const total = sum(clocks, ({ breached }) => breached);
  const open = sum(clocks, ({ breachedOpen }) => breachedOpen);
  const excused = sum(clocks, (clock) => clock.excused);
  const parties = partiesOf(report, words).filter((party) => party.breaches > 0);
  const others = parties.slice(NAMED);
  return {
    title: say.breaches,
    figure: words.count(total),
    ...(total > 0 && { tone: 'bad' }),
    selects: { outcomes: ['breached'] },
    lines: [
      ...parties.slice(0, NAMED).map((party) => say.party(party.name, party.breaches)),
      ...(others.length === 0
        ? []
        : [
            say.others(
              others.length,
              sum(others, (party) => party.breaches),
            ),
          ]),
      ...(open === 0 ? [] : [say.stillOpen(open)]),
      ...(excused === 0 ? [] : [say.excused(excused)]),
    ],
  };
}

/** So many sorts of consequences are told. */
const TOLD = 5;

function follows({ consequences }: Report, { options }: Rendering): Card {
  const { words } = options;
  const say = words.page.glance;
  if (consequences === undefined) return { title: say.follows, figure: words.unknown, lines: [say.noRules] };
  const sums = mergedSums(consequences.totals.flatMap((total) => total.sums));
  const [first, ...others] = sums;
  const lines = (list: readonly ConsequenceSum[]) =>
    list.slice(0, TOLD).map((each) => words.asTitle(sumText(each, words)));
  if (first === undefined) return { title: say.follows, figure: say.nothing, lines: [] };
  if (first.amount === null || first.percents.length > 0)
    return { title: say.follows, figure: words.count(total(sums)), lines: lines(sums) };
  return {
    title: words.labelled(say.follows, consequenceName(first, words)),
    figure: amountText(first.amount, first.currency, words),
    lines: lines(others),
  };
}

/** How often something followed. */
function total(sums: readonly ConsequenceSum[]): number {
  return sum(sums, ({ times }) => times);
}

/** Whoever bears them; what is counted in money first. */
function mergedSums(sums: readonly ConsequenceSum[]): ConsequenceSum[] {
  const merged = new Map<string, ConsequenceSum>();
  for (const each of sums) {
    const key = JSON.stringify([each.family, each.consequence, each.proposal, each.currency]);
    const known = merged.get(key);
    const amounts = [known?.amount ?? null, each.amount].filter((amount) => amount !== null);
    merged.set(key, {
      ...each,
      times: (known?.times ?? 0) + each.times,
      amount: amounts.length === 0 ? null : addAmounts(amounts),
      percents: [...(known?.percents ?? []), ...each.percents],
    });
  }
  const isMoney = ({ amount, currency }: ConsequenceSum) => amount !== null && currency !== null;
  return [...merged.values()].sort((a, b) => Number(isMoney(b)) - Number(isMoney(a)));
}

function quality({ rows, clocks, findings, dataEnds }: Report, { options }: Rendering): Card {
  const { words, local } = options;
  const say = words.page.glance;
  const undecided = sum(clocks, (clock) => clock.undecided);
  const remarks = sum(findings, ({ count }) => count);
  const share = percentOf(rows.used, rows.rows);
  return {
    title: say.quality,
    figure: share === null ? words.unknown : words.percent(shownPercent(share)),
    lines: [
      say.rows(rows.used, rows.rows),
      ...(undecided === 0 ? [] : [say.undecided(undecided)]),
      remarks === 0 ? say.noFindings : say.findings(remarks),
      ...(dataEnds === undefined ? [] : [say.dataEnds(local(Date.parse(dataEnds)))]),
    ],
  };
}

function sum<Part>(parts: readonly Part[], of: (part: Part) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}
