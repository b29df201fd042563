import type { ClockChange, Comparison, Flip, FlipSide, VerdictChanges, Why } from '../../domain/comparison.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { heading, type Page, type Reader, section, text } from '../page.ts';
import type { Row, Table } from '../table.ts';
import { cut } from './abridged.ts';
import { breachCount, indented } from './clock-tables.ts';
import { partyName } from './names.ts';

/** Which verdicts are others, counted by why, and each of them; nothing of two periods. */
export function flipSections({ verdicts, clocks }: Comparison, reader: Reader): Page {
  if (verdicts === null) return [];
  const { words } = reader;
  const { changes: captions } = words.compare;
  const { compared, changed, leftOut } = verdicts;
  const isManifold = verdicts.flips.some(({ whys }) => whys.length > 1);
  return [
    heading(captions.verdicts),
    text(captions.counts(changed, compared)),
    ...section(captions.reasons, reasonTable(verdicts, reader)),
    ...(isManifold ? [text(captions.several)] : []),
    ...section(captions.list, flipTable(verdicts, clocks, reader)),
    ...(leftOut === 0 ? [] : [text(captions.leftOut(leftOut))]),
  ];
}

function reasonTable({ whys }: VerdictChanges, reader: Reader): Table {
  const { changes: captions } = reader.words.compare;
  return {
    columns: [
      { key: 'why', title: captions.reasons, kind: 'text' },
      { key: 'verdicts', title: captions.verdict, kind: 'count' },
      { key: 'more', title: captions.more, kind: 'count' },
      { key: 'fewer', title: captions.fewer, kind: 'count' },
    ],
    rows: whys.map((why) => [whyText(why, reader), why.verdicts, breachCount(why.more), why.fewer]),
  };
}

/** The reason with what stands on both sides: `target 4h 0m 0s → 2h 0m 0s`. */
export function whyText({ kind, before, after }: Why, { words, local }: Reader): string {
  const { changes: captions } = words.compare;
  if (before === null && after === null) return captions.whys[kind];
  const shown = (value: Why['before']) => {
    if (value === null) return captions.nothing;
    if (typeof value === 'number') return words.duration(value);
    return /^\d{4}-\d\d-\d\dT/.test(value) ? local(Date.parse(value)) : value;
  };
  return captions.fromTo(captions.whys[kind], shown(before), shown(after));
}

/** A page is to be read; all of them are in the records. */
const SHOWN = 50;

function flipTable({ flips }: VerdictChanges, clocks: readonly ClockChange[], reader: Reader): Table {
  const { words } = reader;
  const { changes: captions } = words.compare;
  const { shown, rest } = cut(flips, SHOWN);
  return {
    columns: [
      { key: 'ticket', title: words.columns.ticket, kind: 'id' },
      { key: 'clock', title: words.columns.clock, kind: 'text' },
      { key: 'before', title: captions.before, kind: 'text' },
      { key: 'after', title: captions.after, kind: 'text' },
    ],
    rows: [
      ...shown.flatMap((flip): Row[] => [
        [
          flip.ticket,
          clockName(flip, clocks, words),
          sideText(flip.before, flip, words),
          {
            value: sideText(flip.after, flip, words),
            ...(flip.flip === 'more' && { tone: 'bad' }),
            ...(flip.flip === 'fewer' && { tone: 'good' }),
          },
        ],
        { kind: 'note', text: indented(words.clauses(flip.whys.map((why) => whyText(why, reader)))) },
      ]),
      ...(rest.length === 0 ? [] : [{ kind: 'note' as const, text: captions.moreFlips(rest.length) }]),
    ],
  };
}

/** The round stands behind the name only where there is more than one. */
export function clockName(
  { clock, cycle }: Pick<Flip, 'clock' | 'cycle'>,
  clocks: readonly Pick<ClockChange, 'clock' | 'title'>[],
  words: Catalogue,
): string {
  const name = titleOf(clocks.find((each) => each.clock === clock)?.title ?? {}, clock, words);
  return cycle === 1 ? name : words.inBrackets(name, String(cycle));
}

function sideText(side: FlipSide | null, { flip }: Flip, words: Catalogue): string {
  if (side === null) return words.compare.changes.absent;
  const outcome = words.outcomes[side.outcome];
  const more = [
    ...(flip === 'hands' && side.chargedKind !== null
      ? [partyName(side.chargedKind, side.chargedTo, words, side.chargedName)]
      : []),
    ...(flip === 'severity' && side.severity !== null ? [side.severity] : []),
  ];
  return more.length === 0 ? outcome : words.inBrackets(outcome, words.list(more));
}
