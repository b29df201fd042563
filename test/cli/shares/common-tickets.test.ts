import { expect, test } from 'vitest';
import { commonTickets } from '../../../src/cli/shares/common-tickets.ts';

/** Of tickets that are numbers: the second hash only for looks. */
const share = (...tickets: readonly number[]) => ({
  hashes: Uint32Array.from(tickets.flatMap((ticket) => [ticket, 7 * ticket])),
});

test('tickets that several shares have are common to each of them, and one of the shares judges them', () => {
  const common = commonTickets([share(1, 2, 3, 40), share(5, 3, 6), share(40, 3, 8, 9)]);
  // Ticket 3 is number 2 of the first, 1 of the second, 1 of the third; 3 % 3 = 0. Ticket 40 is 3 and 0; 40 % 3 = 1.
  expect(common.map((each) => [...each.common])).toEqual([[2, 3], [1], [0, 1]]);
  expect(common.map((each) => [...each.homes])).toEqual([[0, 1], [0], [1, 0]]);
});

test('tickets are one only if they have both hashes in common', () => {
  const two = [{ hashes: Uint32Array.of(5, 1) }, { hashes: Uint32Array.of(5, 2) }];
  expect(commonTickets(two).map(({ common }) => common.length)).toEqual([0, 0]);
  expect(commonTickets([share(), share(1)]).map(({ common }) => common.length)).toEqual([0, 0]);
});

test('of very many each is found', () => {
  const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
  const [one, other] = commonTickets([share(...numbers(0, 3000)), share(...numbers(2500, 6000))]);
  expect([...(one?.common ?? [])]).toEqual(numbers(2500, 3000));
  expect([...(other?.common ?? [])]).toEqual(numbers(0, 500));
});
