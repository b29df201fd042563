import { tellUnwritten } from './deliver.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { runLog } from './run-log.ts';
import type { Session } from './session.ts';
import { statusOf } from './status.ts';
import { tell } from './tell.ts';
import { TELLINGS, tellings } from './tellings.ts';
import { isSystemError } from './world.ts';

/**
 * What is told of a run at its end, however it ended: `--log`, `--status-file` and, as the last line, `--status`. Returns the exit
 * code: that of the run or, where it was 0 or 1 and one of these could not be written, 73.
 */
export async function conclude(session: Session, code: ExitCode): Promise<ExitCode> {
  const { hasStatus, statusFile, log } = tellings(session.argv);
  const isContested = session.knowledge.isContested === true || (await areOne(session, log, statusFile));
  let ending = code;
  const attempt = async (path: string | undefined, write: (path: string) => Promise<void>): Promise<void> => {
    // That it would overwrite what is read, or another result, has been refused; now it must not happen all the same.
    if (path === undefined || isContested || (await isInput(session, path))) return;
    try {
      await write(path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await tellUnwritten(session, path, error);
      if (ending === EXIT.done || ending === EXIT.missed) ending = EXIT.cannotWrite;
    }
  };
  await attempt(log, async (path) => session.files.append(path, await runLog(session, ending)));
  await attempt(statusFile, async (path) => {
    const draft = await session.files.draft(path);
    try {
      await draft.write(statusOf(session, ending));
      await draft.publish();
    } finally {
      await draft.discard();
    }
  });
  if (hasStatus) await tell(session, statusOf(session, ending));
  return ending;
}

async function areOne({ files }: Session, log: string | undefined, statusFile: string | undefined): Promise<boolean> {
  if (log === undefined || statusFile === undefined) return false;
  return (await files.placeOf(log)) === (await files.placeOf(statusFile));
}

/** Whether a file is read by this run, or would have been: any that the command line names. */
async function isInput({ argv, files, knowledge }: Session, path: string): Promise<boolean> {
  const identityOf = async (name: string): Promise<string | undefined> => {
    const found = await files.look(name).catch(() => undefined);
    return found?.kind === 'file' ? found.identity : undefined;
  };
  const own = await identityOf(path);
  if (own === undefined) return false;
  if (knowledge.identities?.has(own) === true) return true;
  const named = argv.filter(
    (word, index) => !TELLINGS.some((name) => name === argv[index - 1]) && !word.startsWith('--'),
  );
  return (await Promise.all(named.map(identityOf))).includes(own);
}
