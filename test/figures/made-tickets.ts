import type { Verdict } from '../../src/domain/verdict.ts';
import type { TicketFacts } from '../../src/figures/figures.ts';
import { at, resolution, type Told, verdict } from './verdicts.ts';

/** A ticket with its verdicts, as judging tells it. */
export interface Made {
  readonly ticket: TicketFacts;
  readonly verdicts: Verdict[];
}

/** A ticket whose resolution began when it was created. */
export function made(
  ticket: string,
  created: string,
  told: Partial<Told> = {},
  facts: Partial<TicketFacts> = {},
): Made {
  return {
    ticket: { createdAt: at(created), fields: ['phone', 'Li'], ...facts },
    verdicts: [
      verdict({
        ticket,
        clock: resolution,
        outcome: told.stop === undefined ? 'running' : 'met',
        start: created,
        ...told,
      }),
    ],
  };
}
