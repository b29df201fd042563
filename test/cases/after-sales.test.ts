import { describe } from 'vitest';
import { testShippedMonth } from './shipped-month.ts';

describe('after-sales, October 2026', () => {
  testShippedMonth({
    folder: 'exports/after-sales',
    files: ['2026-10.csv'],
    policy: 'policies/trading-company.yaml',
    asOf: '2026-11-01',
  });
});
