import { matchesGlob, normalize } from 'node:path';
import { run } from '../../src/cli/program.ts';
import type { World } from '../../src/cli/world.ts';

export interface Circumstances {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly folders?: readonly string[];
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: number;
  readonly terminal?: { readonly columns: number };
  /** What a person answers, line by line, before the end of input. Absent: nobody is there. */
  readonly answers?: readonly string[];
  /** Faults by what is done: `look a.csv`, `read a.csv`, `chunks a.csv`, `write stdout`, `publish out.csv` … */
  readonly faults?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files as they are afterwards. */
  readonly files: ReadonlyMap<string, string>;
  /** Questions that were asked, in their order. */
  readonly questions: readonly string[];
  /** Drafts that were neither published nor discarded. */
  readonly leftovers: number;
}

/** Runs the program in a world of its own, as root of nothing, where every fault can be had. */
export async function runIn(circumstances: Circumstances, ...argv: string[]): Promise<Outcome> {
  const { faults = {}, terminal, stdin = '', folders = [] } = circumstances;
  const files = new Map(Object.entries(circumstances.files ?? {}));
  const written = { stdout: '', stderr: '' };
  let leftovers = 0;
  const questions: string[] = [];
  const answers = circumstances.answers && [...circumstances.answers];
  const attempt = (deed: string): void => {
    const code = faults[deed];
    if (code !== undefined) throw systemError(code, deed);
  };
  const output = (name: 'stdout' | 'stderr') => ({
    isTerminal: terminal !== undefined,
    columns: terminal?.columns,
    write: async (text: string) => {
      attempt(`write ${name}`);
      written[name] += text;
    },
  });
  const bytesOf = (path: string): Uint8Array => {
    const content = files.get(path.replace(/^\.\//, ''));
    if (content === undefined) throw systemError('ENOENT', path);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const world: World = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    async *stdin() {
      yield new TextEncoder().encode(stdin);
    },
    ...(answers && {
      person: {
        tell: async (text) => {
          written.stderr += text;
        },
        answer: async (question) => {
          questions.push(question);
          return answers.shift();
        },
        leave: () => {},
      },
    }),
    files: {
      look: async (path) => {
        attempt(`look ${path}`);
        if (folders.includes(path)) return { kind: 'directory', bytes: 0, identity: path };
        return { kind: 'file', bytes: bytesOf(path).length, identity: path.replace(/^\.\//, '') };
      },
      placeOf: async (path) => normalize(path),
      list: async (folder) => {
        if (folder !== '.' && !folders.includes(folder)) throw systemError('ENOENT', folder);
        const inside = folder === '.' ? '' : `${folder}/`;
        return [...files.keys()].filter((path) => path.startsWith(inside)).map((path) => path.slice(inside.length));
      },
      match: async (pattern) => [...files.keys()].filter((path) => matchesGlob(path, pattern)),
      read: async (path) => bytesOf(path),
      async *chunks(path) {
        const bytes = bytesOf(path);
        yield bytes.subarray(0, 10);
        attempt(`chunks ${path}`);
        yield bytes.subarray(10);
      },
      draft: async (path) => {
        attempt(`draft ${path}`);
        let text = '';
        leftovers++;
        let open = true;
        const close = (): void => {
          if (open) leftovers--;
          open = false;
        };
        return {
          write: async (more) => {
            attempt(`write ${path}`);
            text += more;
          },
          publish: async () => {
            attempt(`publish ${path}`);
            files.set(path, text);
            close();
          },
          discard: async () => close(),
        };
      },
      makeFolder: async (path) => attempt(`makeFolder ${path}`),
      append: async (path, text) => {
        attempt(`append ${path}`);
        files.set(path, `${files.has(path) ? new TextDecoder().decode(bytesOf(path)) : ''}${text}`);
      },
    },
    timeZoneData: '2026b',
    env: circumstances.env ?? {},
    now: () => circumstances.now ?? 0,
  };
  const code = await run(argv, world);
  const texts = [...files].map(([path, content]) => [path, String(content)] as const);
  return { code, ...written, files: new Map(texts), questions, leftovers };
}

function systemError(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code, syscall: 'test' });
}
