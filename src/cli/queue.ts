/** Things that are said one after the other, and waited for. */
export interface Queue<Said> {
  add(message: Said): void;
  /** Nothing more will be said. */
  end(): void;
  /** What was said first of what nobody has heard yet; `undefined` when there is no more, and never will be. */
  next(): Promise<Said | undefined>;
}

export function queue<Said>(): Queue<Said> {
  const said: Said[] = [];
  let hasEnded = false;
  let wake = () => {};
  return {
    add(message) {
      said.push(message);
      wake();
    },
    end() {
      hasEnded = true;
      wake();
    },
    async next() {
      while (said.length === 0 && !hasEnded) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return said.shift();
    },
  };
}
