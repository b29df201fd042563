import type { Catalogue } from '../locale/catalogue.ts';

/** A day of the calendar; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A period as people call it, by its label: of `2026-10` October 2026, of a range its first and its last day. */
export function periodName(label: string, { page }: Pick<Catalogue, 'page'>): string {
  const [from = '', until] = label.split('..');
  const [first, last] = [dayOf(from), dayOf(until ?? '')];
  if (first !== undefined && last !== undefined) return page.periods.range(first, last);
  const [, year, quarter, month] = /^(\d{4})(?:-(?:Q([1-4])|(\d\d)))?$/.exec(label) ?? [];
  if (year === undefined) return label;
  if (quarter !== undefined) return page.periods.quarter(Number(year), Number(quarter));
  return month === undefined ? page.periods.year(Number(year)) : page.periods.month(Number(year), Number(month));
}

/** The day of a date such as `2026-10-08`, or of wall-clock time that begins with one. */
export function dayOf(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}
