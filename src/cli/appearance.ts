import { formatLocal } from '../calendar/stamps.ts';
import type { Language, Policy } from '../domain/policy.ts';
import { catalogues, withTitles } from '../locale/catalogue.ts';
import type { RenderOptions, Screen } from '../report/formats/format.ts';
import { LEAST_WIDTH } from './options.ts';
import type { World } from './world.ts';
import { zoneNamed } from './zone-named.ts';

/** How a result is to look, as it was written on the command line. */
export interface AppearanceRequest {
  readonly lang?: string;
  readonly width?: number;
  /** False with `--no-color`. */
  readonly color?: boolean;
}

const DEFAULT_WIDTH = 80;

/**
 * In which language, how wide, with colour or without. Colour only where a person is watching and NO_COLOR is empty;
 * a file and a pipe get the same bytes on every machine.
 */
export function appearance(world: World, policy: Policy, request: AppearanceRequest, output = '-'): RenderOptions {
  const there = zoneNamed(policy.timezone);
  return {
    words: withTitles(catalogues[languageOf(policy, request)], policy.titles),
    local: (at) => formatLocal(at, there),
    zone: policy.timezone,
    ...screenOf(world, request, output),
  };
}

/** @param output where it goes; `-` is standard output */
export function screenOf(world: World, request: AppearanceRequest, output = '-'): Screen {
  const watched = world.stdout.isTerminal && output === '-';
  return {
    width: request.width ?? Math.max((watched ? world.stdout.columns : undefined) ?? DEFAULT_WIDTH, LEAST_WIDTH),
    colour: watched && request.color !== false && !refusesColour(world.env),
  };
}

export const languages = Object.keys(catalogues);

/** What fields are called in reports on this policy: in each language by their names. */
export function fieldTitles(policy: Policy): readonly Readonly<Record<string, string>>[] {
  return Object.values(catalogues).map((words) => withTitles(words, policy.titles).fields);
}

/** The one asked for, the policy's, or English; never the machine's. */
export function languageOf(policy: Policy, { lang }: AppearanceRequest): Language {
  return isLanguage(lang) ? lang : (policy.language ?? 'en');
}

export function isLanguage(name: string | undefined): name is Language {
  return name !== undefined && Object.hasOwn(catalogues, name);
}

/** https://no-color.org: set to anything but the empty string. */
function refusesColour({ NO_COLOR, TERM }: World['env']): boolean {
  return (NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb';
}
