import type { Ratio } from '../../domain/figures.ts';
import type { ConsequenceHighlight, Highlight } from '../../domain/highlights.ts';
import type { Report } from '../../domain/report.ts';
import { titleOf } from '../../locale/catalogue.ts';
import { sumText } from '../consequence-words.ts';
import { heading, type Page, type Reader, wordFor } from '../page.ts';
import { shownPercent } from '../shares.ts';
import type { Selection, Tone } from '../table.ts';
import { groupName, partyName } from './names.ts';

/** What a report comes to, in a few sentences with their numbers; nothing where it has none. */
export function highlightBlocks({ highlights = [] }: Pick<Report, 'highlights'>, reader: Reader): Page {
  if (highlights.length === 0) return [];
  const items = highlights.map((highlight, index) => {
    const tone = toneOf(highlight);
    const selects = selectionOf(highlight);
    return {
      ...({ kind: 'item', mark: `${index + 1}.`, level: 0, text: sentenceOf(highlight, reader) } as const),
      ...(tone !== undefined && { tone }),
      ...(selects !== undefined && { selects }),
    };
  });
  return [heading(reader.words.highlights.title), ...items];
}

function sentenceOf(highlight: Highlight, { words, local }: Reader): string {
  const { highlights: say } = words;
  const percent = (share: Ratio) => words.percent(shownPercent(share.percent ?? 0));
  const shareOf = ({ numerator, denominator }: Ratio) => words.share(numerator, denominator);
  switch (highlight.kind) {
    case 'whole': {
      const { created, kept, breached, breachedOpen: open, excused } = highlight;
      const share = kept.percent === null ? null : percent(kept);
      return say.whole({
        created,
        kept: kept.numerator,
        judged: kept.denominator,
        percent: share,
        breached,
        open,
        excused,
      });
    }
    case 'objective': {
      const { id, title, kept, aim, margin, isReached } = highlight;
      const told = { title: titleOf(title, id, words), share: shareOf(kept), aim: words.percent(aim), margin };
      return (isReached ? say.reached : say.missed)({
        ...told,
        percent: words.percent(shownPercent(kept.percent ?? 0, aim)),
      });
    }
    case 'other-objectives':
      return say.otherObjectives(
        highlight.reached,
        highlight.missed.map(({ id, title }) => titleOf(title, id, words)),
      );
    case 'change': {
      const { clock, title, month, kept, before, points } = highlight;
      return say.change({
        title: titleOf(title, clock, words),
        ...{ month, percent: percent(kept), share: shareOf(kept) },
        before: { month: before.month, percent: percent(before.kept), share: shareOf(before.kept) },
        points: words.count(rounded(Math.abs(points))),
        isBetter: points > 0,
      });
    }
    case 'weakest': {
      const { by, group, kept, others, breached, breachedInAll: inAll } = highlight;
      const named = { dimension: wordFor(words.fields, by), name: groupName(by, group, words) };
      return say.weakest({
        ...named,
        percent: percent(kept),
        share: shareOf(kept),
        others: percent(others),
        breached,
        inAll,
      });
    }
    case 'people':
      return say.people(
        highlight.people.map(({ kind, name, title, breached, judged }) =>
          say.person(partyName(kind, name, words, title), breached, judged),
        ),
        highlight.breached,
        highlight.breachedInAll,
      );
    case 'consequences':
      return consequencesOf(highlight, words);
    case 'undecided': {
      const reasons = highlight.reasons.map(({ reason, runs }) => say.reason(wordFor(say.reasons, reason), runs));
      const [first] = highlight.reasons;
      const remedy = first === undefined ? undefined : say.remedies[first.reason];
      return say.undecided(highlight.undecided, highlight.of, reasons, remedy);
    }
    case 'set-aside': {
      const reasons = highlight.reasons.map(({ reason, rows }) =>
        words.inBrackets(wordFor(words.setAside, reason), words.count(rows)),
      );
      return say.setAside(highlight.rows, highlight.of, reasons);
    }
    case 'data-ends':
      return say.dataEnds(local(Date.parse(highlight.at)), local(Date.parse(highlight.asOf)));
  }
}

/** Money by who bears or gets it; all else is only counted, what somebody must still decide apart. */
function consequencesOf({ sums }: ConsequenceHighlight, words: Reader['words']): string {
  const isMoney = ({ amount, currency, proposal }: Sum) => amount !== null && currency !== null && !proposal;
  const times = (of: (sum: Sum) => boolean) => sums.filter(of).reduce((all, sum) => all + sum.times, 0);
  const money = [...Map.groupBy(sums.filter(isMoney), ({ of }) => of)].map(([of, own]) =>
    words.highlights.borne(
      words.highlights.bearers[of],
      own.map((sum) => sumText({ ...sum, percents: [] }, words)),
    ),
  );
  return words.highlights.consequences(
    money,
    times((sum) => !isMoney(sum) && !sum.proposal),
    times(({ proposal }) => proposal),
  );
}

type Sum = ConsequenceHighlight['sums'][number];

/** To one decimal: a sentence is no table. */
function rounded(percent: number): number {
  return Math.round(percent * 10) / 10;
}

function toneOf(highlight: Highlight): Tone | undefined {
  if (highlight.kind === 'objective') return highlight.isReached ? 'good' : 'bad';
  if (highlight.kind === 'change') return highlight.points > 0 ? 'good' : 'bad';
  return undefined;
}

/** The runs that a sentence is about. */
function selectionOf(highlight: Highlight): Selection | undefined {
  switch (highlight.kind) {
    case 'whole':
      return { outcomes: ['breached'] };
    case 'objective':
      return highlight.isClock ? { clock: highlight.id, outcomes: ['breached'] } : undefined;
    case 'change':
      return { clock: highlight.clock, outcomes: ['breached'] };
    case 'weakest': {
      const { kind, name } = highlight.group;
      return { outcomes: ['breached'], group: { by: highlight.by, kind, name } };
    }
    case 'undecided':
      return { outcomes: ['undecided'] };
    default:
      return undefined;
  }
}
