import { DAY, DAYS, FIRST_DAY } from './local-time.ts';
import { randomness } from './randomness.ts';
import { type Story, tellStory } from './story.ts';

export interface DeskSize {
  readonly tickets: number;
  readonly seed: number;
}

/** The tickets of one day after those of the day before, numbered in that order as desks do. Memory is one ticket. */
export function* desk({ tickets, seed }: DeskSize): Generator<Story> {
  const customers = Math.max(100, Math.floor(tickets * 0.3));
  const busyness = Array.from({ length: DAYS }, (_, day) => [0.3, 1, 1, 1, 1, 1, 0.5][weekday(FIRST_DAY + day)] ?? 1);
  const whole = busyness.reduce((sum, each) => sum + each, 0);
  let number = 0;
  let passed = 0;
  for (const [day, share] of busyness.entries()) {
    passed += share;
    const until = day === DAYS - 1 ? tickets : Math.round((tickets * passed) / whole);
    for (; number < until; number++) {
      const random = randomness(seed, number);
      // Four of five come in between 8 and 20 o'clock.
      const second = random.chance(0.8) ? 8 * 3_600 + random.below(12 * 3_600) : random.below(DAY);
      yield tellStory(number, (FIRST_DAY + day) * DAY + second, customers, random);
    }
  }
}

/** 0 is Sunday. */
export function weekday(day: number): number {
  return (day + 4) % 7;
}
