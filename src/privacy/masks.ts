import type { Clock, Policy } from '../domain/policy.ts';
import type { Hiding, PrivacyClass, PrivacyWords } from '../domain/privacy.ts';
import type { Group } from '../domain/report.ts';
import type { Instant } from '../domain/time.ts';
import { type Census, type Names, takeCensus } from './census.ts';
import { classesOf } from './field-classes.ts';
import { type Mask, open } from './plan.ts';
import { type Kind, pseudonyms } from './pseudonyms.ts';

/** A text that names somebody at an instant; without one, as of the report. */
export type PersonMask = (text: string, at?: Instant) => string;

/** What stands in place of whom. The same text is hidden in the same way wherever it stands. */
export interface Masks {
  /** Whoever holds a ticket, answers for it or decides on it. */
  readonly person: PersonMask;
  /** Whoever did something: one of the house or, by the records, a customer. */
  readonly actor: PersonMask;
  readonly customer: Mask;
  readonly ticket: Mask;
  /** The ticket's own id behind its new one. */
  readonly ticketOf: (shown: string) => string;
  readonly areTicketsHidden: boolean;
  /** Whatever somebody typed. */
  readonly free: Mask;
  /** A value of a field, in a row of its own. */
  readonly field: (name: string) => PersonMask;
  /** A value of a field or of a unit of the roster by which something is divided: values that are hidden stay apart. */
  readonly division: (by: string) => PersonMask;
  /** Names by which something is divided are other ones than they were. */
  readonly isHidden: (by: string) => boolean;
  /** Who stands for a group or answers for a breach; `by`: what is divided by. */
  readonly party: (kind: Group['kind'], by: string) => PersonMask;
  /** An argument of the command: one that is somebody's name, or a ticket's that is hidden, is another. */
  readonly argument: Mask;
  /** Clocks of all versions of the policy. */
  readonly clocks: readonly Clock[];
  /** Some field of the records names the customer. */
  readonly hasCustomers: boolean;
  /** The reason of a verdict, in which a decision on a breach may be quoted. */
  readonly reason: Mask;
  readonly words: PrivacyWords;
  /** Names of which two would have had one pseudonym. */
  readonly lengthened: number;
}

/** What is needed to hide people: who there is, and how they are to be hidden. */
export interface Hidden extends Omit<Names, 'classes'> {
  readonly policy: Policy;
  readonly hiding: Hiding;
  readonly words: PrivacyWords;
}

/** Units of the roster by which a report divides besides the fields of the records; in a manager's place stands a person. */
const UNITS: readonly string[] = ['department', 'team'];
/** Times by which a report divides. */
const TIMES: readonly string[] = ['hour', 'weekday', 'month'];

export function masksFor({ policy, hiding, words, ...names }: Hidden): Masks {
  const classes = classesOf(policy);
  const census = takeCensus({ ...names, classes });
  const foundClass = (field: string) => classes.find((each) => each.field === field);
  const classOf = (field: string): PrivacyClass | undefined => foundClass(field)?.is;
  const { asOf } = names;
  const areTicketsHidden = (policy.privacy?.fields.get('ticket') ?? 'shown') !== 'shown';
  const labels = labelling(hiding, words, census, areTicketsHidden);

  const blankStays =
    (mask: PersonMask): PersonMask =>
    (text, at) =>
      text === '' ? '' : mask(text, at);
  const free: Mask = (text) => (text === '' ? '' : words.hidden);
  const anyCustomer = blankStays((text) => labels.customer(text));
  const employee = blankStays((text, at = asOf) => labels.employee(census.person(text, at)));
  const behind = new Map<string, string>();
  const ticket = (text: string): string => {
    if (!areTicketsHidden || text === '') return text;
    const shown = labels.ticket(text);
    behind.set(shown, text);
    return shown;
  };

  const masked = (is: PrivacyClass | undefined, hidden: PersonMask = free, seen?: ReadonlySet<string>): PersonMask => {
    if (is === 'employees') return employee;
    if (is === 'customers') return anyCustomer;
    if (is !== 'shown') return hidden;
    return seen === undefined ? open : (text, at) => (seen.has(text) || NUMBER.test(text) ? text : hidden(text, at));
  };
  const maskOf = (field: string, hidden: PersonMask = free): PersonMask =>
    masked(classOf(field), hidden, foundClass(field)?.words);
  const person = masked(classOf('assignee') ?? 'employees');
  const customer = masked(classOf(policy.consequences.customer ?? 'customer') ?? 'customers');
  const value = (field: string): PersonMask =>
    blankStays((text) => {
      const number = census.valuesOf(field).get(text);
      return number === undefined ? words.hidden : words.value(number);
    });
  const division = (by: string): PersonMask => {
    const is = classOf(by);
    if (is !== undefined) return maskOf(by, value(by));
    if (UNITS.includes(by) || TIMES.includes(by)) return open;
    return by === 'manager' || by === 'employee' ? person : free;
  };
  const unit = (kind: 'department' | 'supplier'): PersonMask => {
    const charged = [policy, ...policy.earlier].flatMap(({ clocks }) =>
      clocks.flatMap(({ charge }) =>
        charge.flatMap((rule) => (rule.kind === 'field' && rule.as === kind ? [rule.field] : [])),
      ),
    );
    const hidden = [...charged, kind].find((field) => (classOf(field) ?? 'shown') !== 'shown');
    return hidden === undefined ? open : division(hidden);
  };
  const party: Masks['party'] = (kind, by) => {
    if (kind === 'employee' || kind === 'unmatched') return person;
    if (kind === 'department' || kind === 'supplier') return unit(kind);
    return kind === 'value' ? division(by) : open;
  };
  const fieldMasks = new Map(classes.map(({ field }) => [field, maskOf(field)]));
  return {
    person,
    actor: blankStays((text, at) => (census.isCustomer(text) ? anyCustomer(text) : person(text, at))),
    customer,
    ticket,
    ticketOf: (shown) => behind.get(shown) ?? shown,
    areTicketsHidden,
    free,
    field: (name) => fieldMasks.get(name) ?? free,
    division,
    isHidden: (by) => division(by) !== open,
    party,
    argument: (text) => {
      if (census.employees().has(census.person(text, asOf))) return person(text);
      if (census.customers().has(text)) return anyCustomer(text);
      return areTicketsHidden && names.log.tickets.code(text) !== undefined ? ticket(text) : text;
    },
    clocks: [policy, ...policy.earlier].flatMap(({ clocks }) => clocks),
    hasCustomers: classOf(policy.consequences.customer ?? 'customer') !== undefined,
    reason: (text) => (text.startsWith(EXCUSED) ? EXCUSED + words.hidden : text),
    words,
    lengthened: labels.lengthened,
  };
}

/** An amount or a grade; what is longer may be the number of a telephone. */
const NUMBER = /^-?\d{1,9}(?:[.,]\d+)?$/;

/** So begins the reason of a breach that was set aside; who did, when and why follows. */
const EXCUSED = 'excused: ';

/** What somebody or something is called instead. */
type Labels = Readonly<Record<Kind, Mask>> & { readonly lengthened: number };

function labelling(hiding: Hiding, words: PrivacyWords, census: Census, areTicketsHidden: boolean): Labels {
  if (hiding.kind === 'redacted') {
    const numbered =
      (numbers: () => ReadonlyMap<string, number>, word: (number: number) => string) => (text: string) => {
        const number = numbers().get(text);
        return number === undefined ? words.hidden : word(number);
      };
    return {
      employee: numbered(census.employees, words.employee),
      customer: numbered(census.customers, words.customer),
      ticket: numbered(census.tickets, words.ticket),
      lengthened: 0,
    };
  }
  const employees = pseudonyms('employee', census.employees().keys(), hiding.key);
  const customers = pseudonyms('customer', census.customers().keys(), hiding.key);
  const tickets = pseudonyms('ticket', areTicketsHidden ? census.tickets().keys() : [], hiding.key);
  return {
    employee: employees.code,
    customer: customers.code,
    ticket: tickets.code,
    lengthened: employees.lengthened + customers.lengthened + tickets.lengthened,
  };
}
