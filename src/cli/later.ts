/** Parts of the command line that are agreed on and not built. They are refused: to ignore one would be to lie. */
const laterOptions = ['--parser'];

/** The complaint about the first part of the arguments that this version cannot do, if there is one. */
export function later(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = (end < 0 ? argv : argv.slice(0, end)).map((word) => word.replace(/=.*$/s, ''));
  const option = laterOptions.find((name) => options.includes(name));
  return option === undefined ? undefined : notYetSupported(`the option "${option}"`);
}

function notYetSupported(what: string): string {
  return `${what} is not yet supported`;
}
