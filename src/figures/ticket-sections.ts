import type { EventLog } from '../domain/event-log.ts';
import type { Condition, Policy } from '../domain/policy.ts';
import type { Report } from '../domain/report.ts';
import type { RunBlock } from '../domain/run-block.ts';
import type { TicketHolder, Untold } from '../domain/ticket-figures.ts';
import type { Instant, Period, Span } from '../domain/time.ts';
import { addOpen, type BacklogTotals, backlogFigures, emptyBacklog, mergeBacklog, USUAL_BANDS } from './backlog.ts';
import type { BlockTickets } from './blocks/block-tickets.ts';
import { fieldTexts } from './blocks/field-texts.ts';
import { isWithin } from './counted.ts';
import type { Dimension } from './dimension.ts';
import { closedAt } from './open-spans.ts';
import { type Desk, holder, type Party } from './party.ts';
import {
  addAsked,
  addRating,
  emptySatisfaction,
  mergeSatisfaction,
  type SatisfactionTotals,
  satisfactionFigures,
  scoreOf,
} from './satisfaction.ts';
import type { Outcome, Telling } from './ticket-totals.ts';

/** Plain values. */
export interface SectionTotals {
  readonly backlog: BacklogTotals;
  readonly satisfaction: SatisfactionTotals;
  /** A ticket took more than one reply: the exports have more than first ones. */
  hasSecondReply: boolean;
}

export interface SectionScope {
  readonly period?: Period;
  /** Whether what is open is told. */
  readonly backlog: boolean;
  readonly desk: Desk;
  /** By which the sections are divided. */
  readonly dimensions: readonly Dimension[];
  readonly holds: (condition: Condition, values: readonly string[]) => boolean;
}

/** What the sections need of a ticket. */
export interface SeenTicket {
  readonly ticket: string;
  readonly createdAt: Instant;
  readonly lastAt: Instant;
  readonly fields: readonly string[];
  readonly ratings: readonly { readonly at: Instant; readonly fields: readonly string[] }[];
  readonly replies: number | undefined;
  readonly outcome: Outcome;
  readonly open: readonly Span[] | undefined;
}

export interface Sections {
  readonly totals: SectionTotals;
  add(ticket: SeenTicket): void;
  /** All tickets of a block; of ratings it says nothing. */
  addBlock(block: RunBlock, log: EventLog, tickets: BlockTickets): void;
  merge(other: SectionTotals): void;
  tells(): Telling;
  finish(
    titled: (party: Party) => TicketHolder,
  ): Pick<Report, 'backlog' | 'satisfaction' | 'firstContactBy' | 'untold'>;
}

/** What is open, and what customers think: the figures of tickets beside those of their runs. */
export function collectSections(policy: Policy, { period, backlog, desk, dimensions, holds }: SectionScope): Sections {
  const { figures: rules = {}, consequences } = policy;
  const rating = policy.records.fields.findIndex(({ field }) => field === consequences.rating);
  const totals: SectionTotals = {
    backlog: emptyBacklog(dimensions.length),
    satisfaction: emptySatisfaction(dimensions.length),
    hasSecondReply: false,
  };

  function addToBacklog({ ticket, createdAt, lastAt, fields, outcome, open }: SeenTicket): void {
    if (open === undefined) totals.backlog.unknown += outcome.fate === 'cancelled' ? 0 : 1;
    else if (outcome.fate === 'open') {
      const parties = dimensions.map((dimension) => dimension.ofTicket(fields, lastAt, createdAt));
      addOpen(totals.backlog, { ticket, createdAt, holder: holder(desk, fields, lastAt), parties }, desk.asOf);
    }
  }

  /** Of several ratings in the period the last that is a number: who thinks better of it has said so. */
  function addToRatings({ ticket, createdAt, ratings, outcome, open }: SeenTicket): void {
    const given = ratings.filter(({ at }) => isWithin(period, at));
    if (given.length === 0) return;
    const scored = given.flatMap((each) => {
      const score = scoreOf(each.fields[rating] ?? '');
      return score === undefined ? [] : [{ ...each, score }];
    });
    const last = scored.at(-1);
    if (last === undefined) {
      totals.satisfaction.unreadable += 1;
      return;
    }
    const { at, fields, score } = last;
    // What was withdrawn is over, and nothing was resolved.
    const isAfterResolution = open && outcome.fate !== 'cancelled' && isAfter(at, open);
    const parties = dimensions.map(
      (dimension) => dimension.ofRating?.(at) ?? dimension.ofTicket(fields, at, createdAt),
    );
    const rated = { ticket, score, at, holder: holder(desk, fields, at), isAfterResolution };
    addRating(totals.satisfaction, rated, parties, rules.lowScore);
  }

  function ask({ createdAt, lastAt, fields, outcome, open }: SeenTicket): void {
    if (rules.dissatisfied === undefined || outcome.fate !== 'resolved') return;
    const at = closedAt(open, createdAt);
    if (!isWithin(period, at)) return;
    const parties = dimensions.map(
      (dimension) => dimension.ofRating?.(at) ?? dimension.ofTicket(fields, lastAt, createdAt),
    );
    addAsked(totals.satisfaction, holds(rules.dissatisfied, fields), parties);
  }

  return {
    totals,
    add(ticket) {
      if ((ticket.replies ?? 0) > 1) totals.hasSecondReply = true;
      if (backlog) addToBacklog(ticket);
      if (rating >= 0) addToRatings(ticket);
      ask(ticket);
    },
    addBlock(block, log, tickets) {
      for (let ticket = 0; ticket < block.tickets; ticket++) {
        const replies = block.replies[ticket]!;
        if (replies > 1) totals.hasSecondReply = true;
        const outcome = tickets.outcomes[ticket]!;
        // Of all the others nothing is told here.
        if (!backlog || outcome.fate !== 'open') continue;
        const open = tickets.openSpans(ticket);
        if (open === undefined) {
          totals.backlog.unknown += 1;
          continue;
        }
        addToBacklog({
          ticket: log.tickets.text(block.ticket[ticket]!),
          createdAt: block.createdAt[ticket]!,
          lastAt: block.lastAt[ticket]!,
          fields: fieldTexts(block, block.lastFields[ticket]!, log, desk.fields.length),
          ratings: [],
          ...{ replies: replies < 0 ? undefined : replies, outcome, open },
        });
      }
    },
    merge(other) {
      mergeBacklog(totals.backlog, other.backlog);
      mergeSatisfaction(totals.satisfaction, other.satisfaction, rules.lowScore);
      totals.hasSecondReply ||= other.hasSecondReply;
    },
    tells: () => ({
      resolution: hasResolution(policy),
      firstContact: whyNoFirstContact(policy, totals) === undefined,
      reopened: whyNoReopening(policy) === undefined,
    }),
    finish(titled) {
      const known = hasResolution(policy);
      const satisfaction =
        rating < 0 && rules.dissatisfied === undefined
          ? undefined
          : satisfactionFigures(totals.satisfaction, {
              field: consequences.rating ?? '',
              low: rules.lowScore,
              isAsked: rules.dissatisfied !== undefined,
              hasResolution: known,
              dimensions,
              titled,
            });
      const bands = rules.backlogBands ?? USUAL_BANDS;
      const untold = [
        ...reason('first-contact', whyNoFirstContact(policy, totals)),
        ...reason('reopened', whyNoReopening(policy)),
        ...reason('backlog', known ? undefined : 'no-resolution-clock'),
        ...reason('satisfaction', satisfaction === undefined ? 'no-rating' : undefined),
        ...reason('low', satisfaction?.low === null ? 'unknown-scale' : undefined),
        ...reason('dissatisfied', satisfaction?.dissatisfied === null ? whyNotAsked(known) : undefined),
      ];
      return {
        ...(known &&
          backlog && { backlog: backlogFigures(totals.backlog, { asOf: desk.asOf, bands, dimensions, titled }) }),
        ...(satisfaction !== undefined && { satisfaction }),
        firstContactBy: rules.firstContact === undefined ? 'replies' : 'condition',
        ...(untold.length > 0 && { untold }),
      };
    },
  };
}

function isAfter(at: Instant, open: readonly Span[]): boolean {
  return !open.some(({ start, end }) => start <= at && at < end);
}

function reason(figure: Untold['figure'], why: Untold['why'] | undefined): Untold[] {
  return why === undefined ? [] : [{ figure, why }];
}

export function hasResolution({ clocks }: Pick<Policy, 'clocks'>): boolean {
  return clocks.some(({ kind }) => kind === 'resolution');
}

function whyNotAsked(known: boolean): Untold['why'] {
  return known ? 'unknown-scale' : 'no-resolution-clock';
}

function whyNoFirstContact(policy: Policy, { hasSecondReply }: SectionTotals): Untold['why'] | undefined {
  if (!hasResolution(policy)) return 'no-resolution-clock';
  if (policy.figures?.firstContact !== undefined) return undefined;
  if (!policy.clocks.some(({ kind }) => kind === 'response' || kind === 'next_response')) return 'no-response-clock';
  if (policy.records.form === 'tickets') return 'one-row-a-ticket';
  return hasSecondReply ? undefined : 'first-replies-only';
}

function whyNoReopening({ clocks, records }: Policy): Untold['why'] | undefined {
  const resolutions = clocks.filter(({ kind }) => kind === 'resolution');
  if (resolutions.length === 0) return 'no-resolution-clock';
  const reopenings = resolutions.flatMap(({ reopen }) => reopen?.on ?? []);
  if (reopenings.length === 0) return 'no-reopening';
  if (records.form !== 'tickets') return undefined;
  // In rows that stand for whole tickets an event is told only in a column of its own, and a field never changes.
  const told = [...records.events.map(({ event }) => event), ...records.durations.map(({ name }) => name)];
  const isTold = reopenings.some((trigger) => trigger.kind === 'event' && told.includes(trigger.event));
  return isTold ? undefined : 'one-row-a-ticket';
}
