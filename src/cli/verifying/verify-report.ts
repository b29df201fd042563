import { isDeepStrictEqual } from 'node:util';
import type { Provenance } from '../../domain/provenance.ts';
import type { FileThenAndNow, Verification, VerificationReason, VersionThenAndNow } from '../../domain/verification.ts';
import { digestFile } from '../digest-book.ts';
import type { Session, Versions } from '../session.ts';
import { type Files, isSystemError, type World } from '../world.ts';
import { makeAgain } from './make-again.ts';
import { type Claim, readClaim } from './read-claim.ts';

/**
 * Holds a report against what it says it was made from: are the files the same, are the versions, and does the command make the
 * same bytes again? Where only versions differ, the figures decide.
 */
export async function verifyReport(session: Session, file: string, files: Files): Promise<Verification> {
  const claim = await readClaim(session, file);
  if (typeof claim === 'string') return unknown(file, claim);
  const { provenance, sha256 } = claim;
  const inputs = await Promise.all(provenance.files.map((each) => thenAndNow({ ...session, files }, each)));
  const found = {
    file,
    told: null,
    command: provenance.command,
    files: inputs,
    versions: [],
    report: sha256,
    again: null,
  };
  const has = (state: FileThenAndNow['state']) => inputs.some((each) => each.state === state);
  const reasons: VerificationReason[] = [];
  if (claim.manifestSays !== undefined && claim.manifestSays !== sha256) reasons.push('altered-since-manifest');
  if (has('changed')) reasons.push('input-changed');
  if (has('missing')) reasons.push('input-missing');
  if (has('not-kept')) reasons.push('standard-input');
  if (has('missing') || has('not-kept')) return { ...found, reasons, holds: verdictOn(reasons) };

  const key = keyOf(provenance);
  if (key !== undefined && !(await isThere(files, key))) {
    const told = `the key "${key}" is not there`;
    return { ...found, told, reasons: [...reasons, 'key-missing'], holds: verdictOn([...reasons, 'key-missing']) };
  }
  const again = await makeAgain(session, files, provenance.command, provenance);
  if ('told' in again) {
    return {
      ...found,
      told: again.told,
      holds: verdictOn([...reasons, 'not-made-again']),
      reasons: [...reasons, 'not-made-again'],
    };
  }
  const known = new Set(inputs.map((each) => each.file));
  const added = again.inputs.filter((each) => !known.has(each.file));
  if (added.length > 0) reasons.push('input-added');
  const newcomers = added.map((each): FileThenAndNow => ({ ...each, state: 'added', was: null, now: null }));
  const versions = versionsThenAndNow(provenance, again.versions);
  const others = versions.filter(({ isSame: isTheSame }) => !isTheSame).map(({ what }) => what);
  const other = others.length === 0 ? undefined : others.every((what) => what === 'build') ? 'build' : 'version';
  const isSame = again.sha256 === sha256;
  const [keyThen, keyNow] = [provenance.privacy?.key, again.privacy?.key];
  const isOtherKey = key !== undefined && keyThen !== keyNow;
  if (isSame) reasons.push(...(other === undefined ? [] : [`other-${other}-same-figures` as const]));
  else if (isOtherKey) reasons.push('other-key');
  else if (!has('changed') && added.length === 0)
    reasons.push(other === undefined ? 'altered' : byFigures(claim, again.content, other));
  return {
    ...found,
    versions,
    ...(isOtherKey && { told: `the key "${key}" has the fingerprint ${keyNow}, and the report says ${keyThen}` }),
    files: [...inputs, ...newcomers],
    again: again.sha256,
    reasons,
    holds: verdictOn(reasons),
  };
}

/** Another version or build of the tool may write other bytes for the same figures; of JSON they can be told apart. */
function byFigures({ figures }: Claim, content: Buffer, other: 'version' | 'build'): VerificationReason {
  if (figures === undefined) return `other-${other}`;
  const { provenance: _, ...now } = JSON.parse(content.toString('utf8')) as Record<string, unknown>;
  return isDeepStrictEqual(now, figures) ? `other-${other}-same-figures` : `other-${other}-other-figures`;
}

const UNTOLD: readonly VerificationReason[] = [
  'no-report',
  'no-provenance',
  'standard-input',
  'input-missing',
  'other-key',
  'key-missing',
  'other-version',
  'other-build',
  'not-made-again',
];

/** The file of the key under which people are hidden, as the command names it. */
function keyOf({ command, privacy }: Provenance): string | undefined {
  if (privacy?.kind !== 'pseudonymised') return undefined;
  const index = command.findIndex((word) => /^--pseudonymise(?:=|$)/.test(word));
  const [, inline] = /=([\s\S]*)$/.exec(command[index] ?? '') ?? [];
  return inline ?? (index < 0 ? undefined : command[index + 1]);
}

function isThere(files: Files, path: string): Promise<boolean> {
  return files.look(path).then(
    () => true,
    () => false,
  );
}

/** What is known to be wrong weighs more than what is not known. */
function verdictOn(reasons: readonly VerificationReason[]): Verification['holds'] {
  const grave = reasons.filter((reason) => !reason.endsWith('-same-figures'));
  if (grave.length === 0) return 'yes';
  return grave.every((reason) => UNTOLD.includes(reason)) ? 'unknown' : 'no';
}

function unknown(file: string, reason: VerificationReason): Verification {
  return {
    ...{ file, holds: 'unknown', reasons: [reason], told: null, command: [] },
    ...{ files: [], versions: [], report: null, again: null },
  };
}

async function thenAndNow(
  world: World,
  { role, file, sha256: was }: Provenance['files'][number],
): Promise<FileThenAndNow> {
  if (file === '-') return { role, file, state: 'not-kept', was, now: null };
  try {
    const { sha256: now } = await digestFile(world, file);
    return { role, file, state: now === was ? 'same' : 'changed', was, now };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { role, file, state: 'missing', was, now: null };
  }
}

function versionsThenAndNow(then: Versions, now: Versions): VersionThenAndNow[] {
  const plain = (what: VersionThenAndNow['what'], a: string, b: string) => ({
    ...{ what, country: null, was: a, now: b, isSame: a === b },
  });
  const countries = [...new Set([...then.holidayData, ...now.holidayData].map(({ country }) => country))].sort();
  return [
    plain('tool', then.tool.version, now.tool.version),
    // A report of before builds were told has none.
    ...(typeof then.tool.build === 'string' ? [plain('build', then.tool.build, now.tool.build)] : []),
    plain('time-zone-data', then.timeZoneData, now.timeZoneData),
    ...countries.map((country): VersionThenAndNow => {
      const [a, b] = [then, now].map(({ holidayData }) => holidayData.find((each) => each.country === country));
      return {
        ...{ what: 'holidays', country, was: a?.version ?? '', now: b?.version ?? '' },
        isSame: a?.sha256 === b?.sha256,
      };
    }),
  ];
}
