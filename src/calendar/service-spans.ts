import type { OpenTime, ServiceSpan } from '../domain/calendar.ts';
import type { LocalDate, Span } from '../domain/time.ts';
import type { Opening } from './opening.ts';
import type { Zone } from './zone.ts';

type Nature = Omit<ServiceSpan, keyof Span>;

export const alwaysOpenSpans: OpenTime['spans'] = (start, end) =>
  end > start ? [{ start, end, open: true, reason: 'always' }] : [];

/** The proof's form of open time: every stretch with its reason. Neighbours of one nature are one stretch. */
export function serviceSpans(hours: Opening, place: Zone): OpenTime['spans'] {
  return (start, end) => {
    if (!(end > start)) return [];
    const first = place.local(start).date;
    const last = place.local(end).date;
    const stretches: ServiceSpan[] = [];
    let at = start;

    function add(until: number, nature: Nature): void {
      const stop = Math.min(until, end);
      if (stop <= at) return;
      const previous = stretches.at(-1);
      if (previous && isSame(previous, nature)) stretches[stretches.length - 1] = { ...previous, end: stop };
      else stretches.push({ start: at, end: stop, ...nature });
      at = stop;
    }

    /** Each closed date gives its own reason. */
    function addClosed(until: number): void {
      for (let date = place.local(at).date; at < Math.min(until, end); date++) {
        add(Math.min(until, place.startOf(date + 1)), closedNature(hours, date));
      }
    }

    for (const { span, nature } of servicePieces(hours, first - hours.reach, last)) {
      addClosed(span.start);
      add(span.end, nature);
    }
    addClosed(end);
    return stretches;
  };
}

/** What is open on these dates, and what would be but for a break, in order of their starts; they may overlap. */
function servicePieces(hours: Opening, first: LocalDate, last: LocalDate): { span: Span; nature: Nature }[] {
  const pieces = [];
  for (let date = first; date <= last; date++) {
    const open = openNature(hours, date);
    for (const span of hours.open(date)) pieces.push({ span, nature: open });
    for (const span of hours.taken(date)) pieces.push({ span, nature: { open: false, reason: 'break' } as const });
  }
  return pieces.sort((a, b) => a.span.start - b.span.start);
}

function openNature(hours: Opening, date: LocalDate): Nature {
  const { reason, name } = hours.hours(date);
  return { open: true, reason, ...(name === undefined ? {} : { name }) };
}

function closedNature(hours: Opening, date: LocalDate): Nature {
  const { closedReason, name } = hours.hours(date);
  const isNamed = closedReason === 'holiday' && name !== undefined;
  return { open: false, reason: closedReason, ...(isNamed ? { name } : {}) };
}

function isSame(a: Nature, b: Nature): boolean {
  return a.open === b.open && a.reason === b.reason && a.name === b.name;
}
