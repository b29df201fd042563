import { breaches } from './breaches.ts';
import { compensation } from './compensation.ts';
import { consequences } from './consequences.ts';
import { penalties } from './penalties.ts';
import { quality } from './quality.ts';
import { rewards } from './rewards.ts';
import { sensitivity } from './sensitivity.ts';
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
  quality,
  sensitivity,
} as const satisfies Record<string, View>;

export type ViewName = keyof typeof views;
