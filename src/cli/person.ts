import type { Interface } from 'node:readline';
import type { Person } from './world.ts';

/**
 * A person behind two streams, which are opened with the first question. Lines that are typed ahead wait for their question; `interrupt` is told of Ctrl-C, after which
 * no answer comes any more.
 */
export function personAt(
  input: () => NodeJS.ReadableStream,
  output: () => NodeJS.WritableStream,
  interrupt: () => void,
): Person {
  const typed: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let hasEnded = false;
  let lines: Interface | undefined;

  async function listen(): Promise<Interface> {
    const { createInterface } = await import('node:readline');
    const opened = createInterface({ input: input(), output: output() });
    opened.on('line', (line) => {
      const answer = waiting;
      waiting = undefined;
      if (answer === undefined) typed.push(line);
      else answer(line);
    });
    opened.on('SIGINT', () => {
      // Whoever waits for an answer waits for ever: the program is over.
      waiting = () => {};
      opened.close();
      output().write('\n');
      interrupt();
    });
    opened.on('close', () => {
      hasEnded = true;
      waiting?.(undefined);
    });
    return opened;
  }

  return {
    tell: async (text) => {
      output().write(text);
    },
    async answer(question) {
      lines ??= await listen();
      if (typed.length > 0) output().write(question);
      const ahead = typed.shift();
      if (ahead !== undefined || hasEnded) return ahead;
      lines.setPrompt(question);
      lines.prompt();
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    leave: () => lines?.close(),
  };
}
