import { breaches } from './breaches.ts';
import { clocks } from './clocks.ts';
import { compensation } from './compensation.ts';
import { consequences } from './consequences.ts';
import { handOvers } from './hand-overs.ts';
import { load } from './load.ts';
import { objectives } from './objectives.ts';
import { pauses } from './pauses.ts';
import { penalties } from './penalties.ts';
import { provenance } from './provenance.ts';
import { quality } from './quality.ts';
import { rewards } from './rewards.ts';
import { satisfaction } from './satisfaction.ts';
import { sensitivity } from './sensitivity.ts';
import { severity } from './severity.ts';
import { source } from './source.ts';
import { steps } from './steps.ts';
import { summary } from './summary.ts';
import { tickets } from './tickets.ts';
import { trend } from './trend.ts';
import type { View } from './view.ts';

/** Every view there is, by the name `--view` knows it by; the first is the default. */
export const views = {
  summary,
  clocks,
  objectives,
  severity,
  tickets,
  satisfaction,
  trend,
  steps,
  load,
  'hand-overs': handOvers,
  pauses,
  breaches,
  penalties,
  compensation,
  rewards,
  consequences,
  source,
  quality,
  sensitivity,
  provenance,
} as const satisfies Record<string, View>;

export type ViewName = keyof typeof views;
