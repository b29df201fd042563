import { codes } from '../diagnostics/codes.ts';
import type { Policy } from '../domain/policy.ts';
import type { PrivacyWords } from '../domain/privacy.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import type { AuditOptions } from '../run.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { lost } from './exports.ts';
import { refuse, tell } from './tell.ts';
import { isSystemError, type World } from './world.ts';

/** Whether a result names anybody, as it was written on the command line. */
export interface PrivacyRequest {
  readonly redact?: boolean;
  /** The path of the key. */
  readonly pseudonymise?: string;
  readonly lang?: string;
}

type Privacy = NonNullable<AuditOptions['privacy']>;

/** A key that is shorter can be tried out. */
const SHORTEST_KEY = 16;

const MAKE_ONE =
  'Make one, and keep it as you keep a password: head -c 32 /dev/urandom | base64 > key.txt. Whoever has it can find out who is who.';

/** How people are to be hidden, the identity of the key's file with it; or the exit code when that cannot be meant. */
export async function readPrivacy(
  world: World,
  policy: Policy,
  request: PrivacyRequest,
): Promise<{ readonly privacy?: Privacy; readonly identity?: string } | { readonly exit: ExitCode }> {
  const { redact = false, pseudonymise: path } = request;
  if (redact && path !== undefined) {
    return { exit: await refuse(world, '--redact and --pseudonymise hide people in two ways', 'Give one of them.') };
  }
  if (!redact && path === undefined) return {};
  const { catalogues } = await import('../locale/catalogue.ts');
  const { lang } = request;
  const language = Object.values(catalogues).find(({ tag }) => tag === lang)?.tag ?? policy.language ?? 'en';
  const words = privacyWords(catalogues[language]);
  if (path === undefined) return { privacy: { hiding: { kind: 'redacted' }, words } };
  try {
    const { identity } = await world.files.look(path);
    const key = withoutLineBreak(await world.files.read(path));
    if (key.length < SHORTEST_KEY) {
      const message = `the key "${path}" has ${key.length} bytes, and ${SHORTEST_KEY} are the least`;
      return { exit: await refuse(world, message, MAKE_ONE) };
    }
    return { privacy: { hiding: { kind: 'pseudonymised', key }, words }, identity };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') await tell(world, `${await lost(world, path)}  ${MAKE_ONE}\n`);
    else await tell(world, `slaudit: the key "${path}" cannot be read: ${error.message}\n`);
    return { exit: EXIT.fileNotFound };
  }
}

/** An editor ends a file with a line break, and another one does not. */
function withoutLineBreak(key: Uint8Array): Uint8Array {
  const end = key.at(-1) === 10 ? (key.at(-2) === 13 ? -2 : -1) : key.length;
  return key.subarray(0, end);
}

function privacyWords({ privacy, findings }: Catalogue): PrivacyWords {
  const titles: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(codes).map(([code, { title }]) => [code, title])),
    ...findings,
  };
  return { ...privacy, finding: (code) => (Object.hasOwn(titles, code) ? (titles[code] ?? code) : code) };
}
