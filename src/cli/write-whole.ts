import { writeSync } from 'node:fs';

/**
 * `process.stdout.write` to a file takes a short write for a whole one: on a full disk the end would be lost and the
 * exit code 0. So the rest is written until the system says why it cannot be.
 */
export async function writeWhole(descriptor: number, piece: string | Uint8Array): Promise<void> {
  let rest: Uint8Array = typeof piece === 'string' ? Buffer.from(piece) : piece;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      // The reader of a pipe that somebody else made non-blocking is slow.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}
