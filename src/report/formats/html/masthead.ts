import type { Report } from '../../../domain/report.ts';
import { dayOf, periodName } from '../../period-name.ts';
import type { RenderOptions } from '../format.ts';
import { escaped } from './escape.ts';

/** What a document calls itself: a report by its period or, without one, by its time. */
export function documentTitle(own: string, report: Report | undefined, options: RenderOptions): string {
  if (report === undefined) return own;
  const { words } = options;
  const { title, titleAsOf, periods } = words.page;
  if (report.period !== undefined) return title(periodName(report.period.label, words));
  const at = localTime(report.asOf, options);
  const day = dayOf(at);
  return titleAsOf(day === undefined ? at : periods.day(day));
}

/** The title and, of a report, the policy, the period and the time that it is about. */
export function masthead(title: string, report: Report | undefined, options: RenderOptions): string {
  const say = options.words.page;
  const facts =
    report === undefined
      ? []
      : [
          [say.policy, report.policy.name],
          [say.period, report.period === undefined ? say.everything : spanText(report.period, options)],
          [say.asOf, localTime(report.asOf, options)],
          [say.zone, report.timezone],
        ];
  const list = facts.map(([name = '', value = '']) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`);
  return `<header>\n<h1>${escaped(title)}</h1>\n${list.length === 0 ? '' : `<dl>${list.join('')}</dl>\n`}</header>\n`;
}

export function localTime(at: string, { local }: RenderOptions): string {
  return local(Date.parse(at));
}

function spanText({ start, end }: NonNullable<Report['period']>, options: RenderOptions): string {
  // Midnights need no hours.
  const [from = '', until = ''] = [start, end].map((at) => localTime(at, options).replace(/ 00:00:00$/, ''));
  return options.words.page.span(from, until);
}
