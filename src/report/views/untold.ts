import type { Report } from '../../domain/report.ts';
import type { Untold } from '../../domain/ticket-figures.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { type Page, section } from '../page.ts';

/** Which of these figures cannot be told, and why. */
export function untoldSection({ untold = [] }: Report, figures: readonly Untold['figure'][], words: Catalogue): Page {
  const { title, figures: names, why: reasons } = words.tickets.untold;
  return section(title, {
    columns: [
      { key: 'figure', title: words.tickets.tickets.figure, kind: 'text' },
      { key: 'why', title: words.columns.why, kind: 'text' },
    ],
    rows: untold
      .filter(({ figure }) => figures.includes(figure))
      .map(({ figure, why }) => [names[figure], reasons[why]]),
  });
}
