import { describe, expect, test } from 'vitest';
import { BLANK } from '../../src/domain/event-log.ts';
import { type FieldChange, settle, startOfChain } from '../../src/timeline/field-changes.ts';

const [NEW, OPEN, SOLVED] = [1, 2, 3];

const change = (from: number | undefined, to: number): FieldChange => ({ row: 0, from, to });

describe('the changes of one field at one instant', () => {
  test.each<[string, FieldChange[], number, number]>([
    ['a chain in either order', [change(OPEN, SOLVED), change(NEW, OPEN)], NEW, SOLVED],
    ['what stays as it was was so before', [change(NEW, NEW)], NEW, NEW],
    ['also when two rows say so', [change(NEW, NEW), change(NEW, NEW)], NEW, NEW],
    ['a chain that goes on from there', [change(NEW, NEW), change(NEW, OPEN)], NEW, OPEN],
    ['no old value at all', [change(undefined, OPEN)], BLANK, OPEN],
  ])('%s', (_, changes, start, end) => {
    expect(startOfChain(changes)).toBe(start);
    expect(settle(changes, BLANK)).toEqual({ value: end, contradicting: [] });
  });
});
