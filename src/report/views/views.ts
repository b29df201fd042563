import { breaches } from './breaches.ts';
import { compensation } from './compensation.ts';
import { consequences } from './consequences.ts';
import { penalties } from './penalties.ts';
import { provenance } from './provenance.ts';
import { quality } from './quality.ts';
import { rewards } from './rewards.ts';
import { sensitivity } from './sensitivity.ts';
import { source } from './source.ts';
import { summary } from './summary.ts';
import type { View } from './view.ts';

/** Every view there is, by the name `--view` knows it by; the first is the default. */
export const views = {
  summary,
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
