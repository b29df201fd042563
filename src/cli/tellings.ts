/** Options after which the name of a file stands in which a run is told of. */
export const TELLINGS = ['--status-file', '--log'] as const;

/** Read from the arguments themselves: they are obeyed also where the parser refused the rest. */
export function tellings(argv: readonly string[]): {
  readonly hasStatus: boolean;
  readonly statusFile: string | undefined;
  readonly log: string | undefined;
} {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const wordAfter = (name: (typeof TELLINGS)[number]): string | undefined => {
    const index = words.findIndex((word) => word === name || word.startsWith(`${name}=`));
    const word = words[index];
    if (word === undefined) return undefined;
    return word === name ? words[index + 1] : word.slice(name.length + 1);
  };
  return { hasStatus: words.includes('--status'), statusFile: wordAfter('--status-file'), log: wordAfter('--log') };
}
