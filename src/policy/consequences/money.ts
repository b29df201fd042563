import type { BasisPoints, Minor } from '../../domain/consequence-rules.ts';
import type { Complaints } from '../complaints.ts';
import type { Words } from '../tree.ts';

/** How a policy's money is read: in the minor units of its one currency. */
export interface Money {
  /** An amount above zero; `undefined` after a complaint. */
  amount(words: Words): Minor | undefined;
  /** Says, once for the whole policy, that there is money at this place and no currency. */
  needCurrency(words: Words): void;
}

const AMOUNT = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const SHARE = /^(\d{1,9})(?:\.(\d{1,2}))?\s*%$/;

/** @param currency of ISO 4217; absent: none given, or one that was complained of already */
export function moneyIn(currency: string | undefined, isGiven: boolean, found: Complaints): Money {
  let isTold = isGiven;
  // Most policies name no money, and Intl takes its time for the first currency.
  let digits: number | undefined;

  function needCurrency({ text, place }: Words): void {
    if (isTold) return;
    isTold = true;
    const hint = 'Say which money it is: currency: CNY.';
    found.add('missing-key', place, `the policy lacks the key "currency", and "${text}" is money`, hint);
  }

  function amount(words: Words): Minor | undefined {
    const { text, place } = words;
    const parts = AMOUNT.exec(text);
    if (parts === null) {
      found.add('bad-amount', place, `"${text}" is not an amount of money`, amountHint(text));
      return undefined;
    }
    needCurrency(words);
    const [whole = '', fraction = ''] = [parts[1]?.replaceAll(',', ''), parts[2]];
    digits ??= digitsOf(currency);
    if (fraction.length > digits) {
      const message = `"${text}" has more decimals than ${currency ?? 'money'} has`;
      const smallest = digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
      found.add(
        'bad-amount',
        place,
        message,
        `The smallest amount is ${smallest}. Thousands are divided by commas: 1,000.00.`,
      );
      return undefined;
    }
    const minor = Number(whole + fraction.padEnd(digits, '0'));
    if (minor > 0 && Number.isSafeInteger(minor)) return minor;
    const message = minor === 0 ? `"${text}" is no money at all` : `"${text}" is too much money to be counted exactly`;
    found.add('bad-amount', place, message, minor === 0 ? 'An amount above zero is needed here.' : 'Check the number.');
    return undefined;
  }

  return { amount, needCurrency };
}

/** Decimals of the currency; two where it is not known. */
function digitsOf(currency = 'CNY'): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

function amountHint(text: string): string {
  const number = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0];
  const written = 'Written like 50, 50.5 or 1,000.00, without the currency.';
  return number !== undefined && number !== text && AMOUNT.test(number) && !/[-%]/.test(text)
    ? `${written} Did you mean "${number}"?`
    : written;
}

/** Whether a text is meant as a share. */
export function isShare({ text }: Words): boolean {
  return text.trimEnd().endsWith('%');
}

/**
 * A share above zero like `12.5%`, in basis points; `undefined` after a complaint.
 *
 * @param most in percent, where there is a limit
 */
export function readShare({ text, place }: Words, found: Complaints, most?: number): BasisPoints | undefined {
  const parts = SHARE.exec(text);
  const limit = most === undefined ? 'above 0%' : `above 0%, at most ${most}%`;
  if (parts === null) {
    const hint = `Written like 5% or 12.5%, with at most two decimals, ${limit}.`;
    const isNumber = /^\d+(\.\d{1,2})?$/.test(text);
    found.add('bad-amount', place, `"${text}" is not a share`, isNumber ? `Did you mean "${text}%"? ${hint}` : hint);
    return undefined;
  }
  const points = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  if (points > 0 && (most === undefined || points <= most * 100)) return points;
  found.add('bad-amount', place, `"${text}" cannot be the share`, `A share ${limit}.`);
  return undefined;
}
