import { formatLocal } from '../calendar/stamps.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Language } from '../domain/title.ts';
import type { Pieces, RenderOptions } from '../report/formats/format.ts';
import type { Audit } from '../run.ts';
import { type AppearanceRequest, appearance, languageOf } from './appearance.ts';
import { type Delivery, deliverAll } from './deliver-all.ts';
import type { ExitCode } from './exit-codes.ts';
import { fillPattern, isPlaceholder, type PatternValues, placeholdersIn } from './name-pattern.ts';
import type { Output, OutputRequest, Plan } from './outputs.ts';
import { provenanceOf } from './provenance.ts';
import type { Session } from './session.ts';
import { refuse } from './tell.ts';
import { zoneNamed } from './zone-named.ts';

/** A result that is to be written. */
export interface Result {
  readonly output: Output;
  /** The ending of files of its format. */
  readonly ending: string;
  /** What it shows; of many views `report`. */
  readonly view: string;
  readonly pieces: () => Pieces;
  /** Absent: neither it nor a manifest beside it tells from what it was made. */
  readonly provenance?: Provenance;
}

/** Writes the one thing that a command shows, in each format that is asked for. */
export async function writeEach<FormatName extends string>(
  session: Session,
  audit: Audit,
  request: AppearanceRequest & OutputRequest,
  plan: Plan<FormatName>,
  { name, render }: { readonly name: string; readonly render: (format: FormatName, options: RenderOptions) => Pieces },
): Promise<ExitCode | undefined> {
  const results: Result[] = [];
  for (const output of plan.outputs) {
    const { format } = output;
    const provenance = await provenanceOf(session, audit, format === plan.standard ? {} : { format });
    results.push({
      output,
      ending: plan.formats[format].ending,
      view: name,
      pieces: () => render(format, { ...appearance(session, audit.policy, request, output.path), provenance }),
      provenance,
    });
  }
  return writeResults(session, audit, results, { ...request, language: languageOf(audit.policy, request) });
}

/** Gives the results their names and writes them: `undefined` when all is written, else the exit code. */
export async function writeResults(
  session: Session,
  audit: Audit,
  results: readonly Result[],
  { language, manifest = false }: { readonly language: Language; readonly manifest?: boolean },
): Promise<ExitCode | undefined> {
  const deliveries: Delivery[] = [];
  for (const { output, ending, view, pieces, provenance } of results) {
    const placeholders = placeholdersIn(output.path);
    const values = patternValues(audit, { view, format: ending, lang: language });
    const unknown = placeholders.find((name) => isPlaceholder(name) && values[name] === undefined);
    if (unknown !== undefined) {
      const said = audit.period === undefined ? 'no --period is given' : `it is not one in ${audit.period.label}`;
      return refuse(session, `-o "${output.path}": {${unknown}} cannot be told, ${said}`, HINT);
    }
    deliveries.push({
      path: fillPattern(output.path, values),
      isMade: placeholders.length > 0,
      format: output.format,
      pieces,
      ...(manifest && provenance !== undefined && { manifest: provenance }),
    });
  }
  return deliverAll(session, deliveries);
}

const HINT = '{period} stands for any period, and for "all" without one.';

/** What stands for the placeholders in names of results. */
function patternValues(
  { policy, period, asOf }: Audit,
  given: { readonly view: string; readonly format: string; readonly lang: string },
): PatternValues {
  const dates = period?.label.split('..') ?? [];
  const same = (part: (date: string) => string | undefined): string | undefined => {
    const found = new Set(dates.map(part));
    return found.size === 1 ? [...found][0] : undefined;
  };
  return {
    ...given,
    period: period === undefined ? 'all' : dates.join('_'),
    year: same((date) => date.slice(0, 4)),
    quarter: same(quarterOf),
    month: same((date) => /^\d{4}-(\d\d)/.exec(date)?.[1]),
    as_of: formatLocal(asOf, zoneNamed(policy.timezone)).replace(' ', 'T').replaceAll(':', '-'),
    policy: policy.name,
  };
}

function quarterOf(date: string): string | undefined {
  const [, quarter, month] = /^\d{4}-(?:(Q\d)|(\d\d))/.exec(date) ?? [];
  return quarter ?? (month === undefined ? undefined : `Q${Math.ceil(Number(month) / 3)}`);
}
