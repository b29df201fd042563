import type { Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { Unusable } from '../unusable.ts';
import { textOf } from '../xml/attributes.ts';
import { cutXml, type XmlPosition, type XmlTaker } from '../xml/cut-xml.ts';
import { type Attribute, attributeGatherer, TYPES } from './attributes.ts';
import { eventRows } from './event-rows.ts';

interface XesOptions {
  /** As places name it. */
  readonly file: string;
  readonly wanted: Wanted;
}

/** What stands around an attribute: an event, the trace of its case, or a declaration of what either has at least. */
type Scope = 'event' | 'trace' | 'event-default' | 'trace-default';

/**
 * Reads an event log of process mining (XES, IEEE 1849), an event a row: its attributes under their keys (`time:timestamp`),
 * those of its trace as `case:concept:name`, one below another as `key/child`. The line is where the event begins.
 *
 * What the log declares as default stands where an event or trace lacks the attribute, but no date and no name of a case:
 * declared are placeholders (1970, `__INVALID__`), which would be taken for times and tickets. Throws `Unusable` for
 * damaged XML and columns that no event has.
 */
export async function readXes(
  chunks: AsyncIterable<Uint8Array>,
  { file, wanted }: XesOptions,
  sink: RowSink,
): Promise<void> {
  sink.written?.({ format: 'xes' });
  const rows = eventRows({ file, wanted }, sink);
  const fault = (message: string, line: number) => badXes(file, line, message);
  await cutXml(chunks, { fault, taker: (position) => logTaker(file, position, rows.take) });
  rows.finish();
}

type TakeEvent = (attributes: readonly Attribute[], ofCase: readonly Attribute[], line: number) => void;

function logTaker(file: string, position: XmlPosition, take: TakeEvent): XmlTaker {
  const path: string[] = [];
  const defaults: Record<'event' | 'trace', readonly Attribute[]> = { event: [], trace: [] };
  let scope: Scope | undefined;
  let ofCase: readonly Attribute[] = [];
  let line = 1;
  let depth = 0;
  let hasEvent = false;
  const gathered = attributeGatherer(refuse);
  let traceAttributes: readonly Attribute[] = [];
  // Attributes that events have by themselves, and from their trace and the defaults.
  let [own, given] = [0, 0];

  function refuse(message: string, hint?: string): Unusable {
    return badXes(file, position.line, message, hint);
  }

  function openElement(name: string, attributes: string): void {
    const parent = path.at(-1);
    if (path.length === 1 && parent !== 'log')
      throw refuse(`it begins with <${parent}>, and an event log with <log>`, OTHER_XML);
    if (path.length === 1 && OBJECT_CENTRIC.has(name))
      throw refuse(`<${name}> is of an object-centric log (OCEL)`, FLATTEN);
    if (name === 'trace' && parent === 'log') {
      begin('trace');
      hasEvent = false;
      traceAttributes = [];
    } else if (name === 'event' && (parent === 'trace' || parent === 'log')) {
      // Here the attributes of the trace end.
      closeScope();
      if (parent === 'log') ofCase = [];
      else if (!hasEvent) ofCase = complete(traceAttributes, defaults.trace);
      hasEvent = true;
      line = position.line;
      begin('event');
    } else if (name === 'global' && parent === 'log') {
      const of = textOf(attributes, 'scope', refuse) ?? 'event';
      if (of === 'event' || of === 'trace') begin(`${of}-default`);
    } else if (scope === undefined && parent === 'trace' && TYPES.has(name)) {
      throw refuse('a trace has an attribute below its events');
    }
  }

  function begin(next: Scope): void {
    closeScope();
    scope = next;
    depth = path.length + 1;
    gathered.begin();
  }

  function closeScope(): void {
    if (scope === 'event') takeEvent(gathered.attributes);
    else if (scope === 'trace') traceAttributes = gathered.attributes;
    else if (scope === 'event-default') defaults.event = gathered.attributes.filter(isDefault);
    else if (scope === 'trace-default') {
      defaults.trace = gathered.attributes.filter((each) => isDefault(each) && each.key !== 'concept:name');
    }
    scope = undefined;
  }

  function takeEvent(attributes: readonly Attribute[]): void {
    const all = complete(attributes, defaults.event);
    own += attributes.length + 1;
    given += all.length - attributes.length + ofCase.length;
    if (given > MOST_GIVEN && given > own * MOST_TIMES)
      throw refuse('its traces or defaults give each event thousands of attributes');
    take(all, ofCase, line);
  }

  return {
    open(name, attributes) {
      const isInside = scope !== undefined && path.length >= depth;
      if (isInside && (TYPES.has(name) || name === 'values')) gathered.open(name, attributes);
      else openElement(name, attributes);
      path.push(name);
    },
    text() {},
    close(name) {
      path.pop();
      if (scope !== undefined && path.length >= depth) {
        if (TYPES.has(name) || name === 'values') gathered.close(name);
      } else if (scope !== undefined && path.length === depth - 1) {
        closeScope();
      }
    },
  };
}

/**
 * An event of a few bytes has all attributes of its trace, too: of more than this many in a file, these may be so many times
 * what events say themselves. A hospital's log has 128 of each case.
 */
const MOST_GIVEN = 5_000_000;
const MOST_TIMES = 100;

/** An attribute that is lacking has its declared value. */
function complete(attributes: readonly Attribute[], defaults: readonly Attribute[]): readonly Attribute[] {
  if (defaults.length === 0) return attributes;
  const lacking = defaults.filter(({ key }) => !attributes.some((each) => each.key === key));
  return lacking.length === 0 ? attributes : [...attributes, ...lacking];
}

function isDefault({ type, value }: Attribute): boolean {
  return type !== 'date' && value !== '' && !/^__INVALID/.test(value);
}

/** Children of the root in OCEL 1 and 2, whose root is called `log` as well. */
const OBJECT_CENTRIC: ReadonlySet<string> = new Set(['events', 'objects', 'object-types', 'event-types']);
const FLATTEN =
  'Its events belong to many objects at once. Flatten it to the one that is promised something (pm4py: ocel_flattening), and write XES or CSV.';
const OTHER_XML = 'Of XML only event logs (XES) are read. Export CSV, JSON or a workbook instead.';

function badXes(file: string, line: number, message: string, hint = 'Export it again, as XES or as CSV.'): Unusable {
  return new Unusable({
    code: 'bad-xml',
    place: { file, line },
    message: `the event log cannot be read: ${message}`,
    hint,
  });
}
