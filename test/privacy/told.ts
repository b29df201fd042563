import { inflateRawSync } from 'node:zlib';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { openAudit } from '../../src/cli/open-audit.ts';
import type { PrivacyRequest } from '../../src/cli/privacy.ts';
import { beginSession } from '../../src/cli/session.ts';
import type { World } from '../../src/cli/world.ts';
import { formatDiagnostics } from '../../src/diagnostics/format.ts';
import type { Language } from '../../src/domain/policy.ts';
import type { Breakdown, Report } from '../../src/domain/report.ts';
import { dimensionNames } from '../../src/figures/dimensions.ts';
import { dueGroupings } from '../../src/figures/due-list.ts';
import { catalogues } from '../../src/locale/catalogue.ts';
import type { Pieces, RenderOptions } from '../../src/report/formats/format.ts';
import { type FormatName, formats } from '../../src/report/formats/formats.ts';
import { proofJson } from '../../src/report/proof-json.ts';
import { renderProof } from '../../src/report/proof-text.ts';
import { render, renderBook, renderVerdicts, renderView } from '../../src/report/render.ts';
import { due } from '../../src/report/views/due.ts';
import { type ViewName, views } from '../../src/report/views/views.ts';
import type { Audit } from '../../src/run.ts';

export interface Asked extends PrivacyRequest {
  readonly policy: string;
  readonly period?: string;
}

export async function auditIn(world: World, files: readonly string[], asked: Asked): Promise<Audit> {
  const opening = await openAudit(
    beginSession(world, [], async () => EXIT.done),
    files,
    { ...asked, quiet: true },
  );
  if ('exit' in opening) throw new Error(`exit ${opening.exit}`);
  return opening.audit;
}

/** With every section that a report can have, divided by all that it can be divided by. */
export function fullReport(audit: Audit, language: Language = 'en'): Report {
  const names = dimensionNames(audit.policy);
  const by: Breakdown[] = names.map((name) => ({ by: name }));
  if (names.includes('channel')) by.push({ by: 'employee', inner: 'channel' }, { by: 'channel', inner: 'employee' });
  const sections = { sensitivity: true, source: true, details: true, timeUse: true, load: true };
  return audit.report({ language, by, ...sections, handOvers: true, latePauses: true });
}

/** A piece of output, and what it is. */
export interface Told {
  readonly what: string;
  readonly text: string;
}

/** All that a result can say: every view in every format, verdicts, proofs, what is due, and what stands on stderr. */
export async function* everything(
  audit: Audit,
  language: Language,
  tickets: readonly string[],
  names: readonly FormatName[] = Object.keys(formats) as FormatName[],
): AsyncGenerator<Told> {
  const words = catalogues[language];
  // A line is long enough for any name: one that is broken in two would not be found.
  const options: RenderOptions = { words, local: (at) => new Date(at).toISOString(), width: 1000, colour: false };
  const report = fullReport(audit, language);
  const findings = audit.findings();
  const shown = { report, findings, proofOf: (ticket: string) => audit.prove(ticket) };
  const all = Object.keys(views) as ViewName[];
  yield { what: 'the report itself', text: JSON.stringify(report) };
  yield { what: 'stderr', text: formatDiagnostics(findings, () => undefined, words) };
  for (const format of names) {
    if ('book' in formats[format]) {
      yield { what: `all views as ${format}`, text: await textOf(renderBook(shown, all, format, options)) };
      continue;
    }
    for (const view of all) {
      yield { what: `${view} as ${format}`, text: await textOf(render(shown, view, format, options)) };
    }
  }
  for (const format of names) {
    if (formats[format].reader === 'machine') {
      const verdicts = [...audit.verdicts()].flatMap((ticket) => ticket.verdicts);
      yield {
        what: `verdicts as ${format}`,
        text: await textOf(renderVerdicts(audit.policy, verdicts, format, options)),
      };
    }
    for (const by of dueGroupings(audit.policy)) {
      const list = audit.due({ by });
      yield { what: `due by ${by} as ${format}`, text: await textOf(renderView(due, list, format, options)) };
    }
  }
  for (const ticket of tickets) {
    const proof = audit.prove(ticket);
    if (proof === undefined) continue;
    yield { what: `explain ${ticket}`, text: `${renderProof(proof, options)}${proofJson(proof)}` };
  }
}

/** As a text to be searched; of a workbook that of its parts. */
async function textOf(pieces: Pieces): Promise<string> {
  let text = '';
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else bytes.push(piece);
  }
  return text + unzipped(Buffer.concat(bytes));
}

/** The members of an archive by its list at the end, one after the other. */
function unzipped(archive: Buffer): string {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) return '';
  let text = '';
  let at = archive.readUInt32LE(end + 16);
  for (let member = 0; member < archive.readUInt16LE(end + 10); member++) {
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + size);
    text += (method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return text;
}

/** A word of Latin letters and digits must stand alone; any other text may stand within another. */
export function wordIn(text: string, word: string): boolean {
  return finder([word])(text).length > 0;
}

/** Which of the words stand in a text, in one walk over it. */
export function finder(words: readonly string[]): (text: string) => string[] {
  const byHead = Map.groupBy(words, (word) => word.slice(0, 2));
  const heads = new Set(words.map((word) => word[0]));
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      if (!heads.has(text[at])) continue;
      for (const word of [...(byHead.get(text.slice(at, at + 2)) ?? []), ...(byHead.get(text[at] ?? '') ?? [])]) {
        if (!found.has(word) && text.startsWith(word, at) && standsAlone(text, at, word)) found.add(word);
      }
    }
    return [...found];
  };
}

function standsAlone(text: string, at: number, word: string): boolean {
  if (!/^\w+$/.test(word)) return true;
  return !/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + word.length] ?? ' ');
}
