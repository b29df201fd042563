import type { ObjectiveFigures, Ratio, Report } from '../../domain/report.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { shareBeside } from '../shares.ts';
import type { Cell, Column, Row, Table } from '../table.ts';
import { indented } from './clock-tables.ts';
import { objectiveGroupName } from './names.ts';

/** Each objective over one or many clocks, with the share kept, and under it the same for its groups. */
export function objectiveTable(report: Pick<Report, 'objectives' | 'groups'>, words: Catalogue): Table {
  const { columns } = words;
  const { objectives } = report;
  const isExcused = objectives.some(({ excused }) => excused > 0);
  const apart = (excused: number) => (isExcused ? [excused] : []);
  return {
    columns: [
      { key: 'objective', title: columns.objective, kind: 'text' },
      { key: 'share', title: columns.keptOf, kind: 'text', align: 'right' },
      { key: 'percent', title: columns.attainment, kind: 'percent' },
      { key: 'aim', title: columns.aim, kind: 'text', align: 'right' },
      ...(isExcused ? [{ key: 'excused', title: columns.excused, kind: 'count' } satisfies Column] : []),
    ],
    rows: objectives.flatMap((objective): Row[] => [
      [
        titleOf(objective.title, objective.id, words),
        ...shareCells(objective.share, objective, words),
        ...apart(objective.excused),
      ],
      ...objective.groups.map((group): Cell[] => {
        const label = objectiveGroupName(group, report, words);
        const cells = shareCells(group.share, { ...objective, reached: group.reached }, words);
        return [indented(label), ...cells, ...apart(group.excused)];
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
    shareBeside(share.percent, atLeast, words),
    reached === null ? aim : { value: verdict, tone },
  ];
}
