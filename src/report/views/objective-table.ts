import type { ObjectiveFigures, Ratio } from '../../domain/report.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';
import type { Cell, Row, Table } from '../table.ts';
import { indented } from './clock-tables.ts';

/** Each objective over one or many clocks, with the share kept, and under it the same for its groups. */
export function objectiveTable(objectives: readonly ObjectiveFigures[], words: Catalogue): Table {
  const { columns } = words;
  return {
    columns: [
      { key: 'objective', title: columns.objective, kind: 'text' },
      { key: 'share', title: columns.keptOf, kind: 'text', align: 'right' },
      { key: 'percent', title: columns.attainment, kind: 'percent' },
      { key: 'aim', title: columns.aim, kind: 'text', align: 'right' },
    ],
    rows: objectives.flatMap((objective): Row[] => [
      [titleOf(objective.title, objective.id, words), ...shareCells(objective.share, objective, words)],
      ...objective.groups.map((group): Cell[] => {
        const name = group.name === '' ? words.notGiven : group.name;
        const label = words.labelled(wordFor(words.fields, group.by), name);
        return [indented(label), ...shareCells(group.share, { ...objective, reached: group.reached }, words)];
      }),
    ]),
  };
}

function shareCells(
  share: Ratio,
  { atLeast, reached }: Pick<ObjectiveFigures, 'atLeast' | 'reached'>,
  words: Catalogue,
): Cell[] {
  const aim = words.percent(atLeast);
  const tone = reached === true ? 'good' : 'bad';
  const verdict = reached === true ? words.summary.reached(aim) : words.summary.missed(aim);
  return [
    words.share(share.numerator, share.denominator),
    share.percent ?? words.unknown,
    reached === null ? aim : { value: verdict, tone },
  ];
}
