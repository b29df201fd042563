import type { BreachFilter, CountingWindow, Ladder, Tier } from '../../../domain/consequence-rules.ts';
import type { Condition, Policy } from '../../../domain/policy.ts';
import type { Catalogue } from '../../../locale/catalogue.ts';
import { hasDays } from '../calendars.ts';
import { type Item, item, type Section } from '../chapter.ts';
import { clockTitle } from '../clocks.ts';
import { conditionText } from '../conditions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { moneyText, type Purse, penaltyText, shareText } from './awards.ts';

/** A section for each ladder: what is counted, the steps, and what bounds them. */
export function ladderSections(policy: Policy, vocabulary: Vocabulary): Section[] {
  const { words } = vocabulary;
  const purse = { words, currency: policy.currency };
  return policy.consequences.ladders.map((ladder) => {
    const { tiers, apply } = ladder;
    const told = words.rules.consequences;
    const lead = apply === 'each' ? told.each : isMeasured(ladder) ? told.lowest : told.highest;
    const steps = tiers.map((tier) => item(tierText(tier, ladder, policy, purse)));
    return {
      key: `ladder:${ladder.id}`,
      title: clockTitle(ladder, vocabulary),
      items: [item(countText(ladder, policy, vocabulary)), item(lead, steps), ...boundItems(ladder, purse)],
    };
  });
}

/** Known when a window has ended. */
function isMeasured({ count }: Ladder): boolean {
  return count.kind === 'attainment' || count.kind === 'rating';
}

function windowText(window: CountingWindow, { rules }: Catalogue): string {
  const { windows, ever, rolling } = rules.consequences;
  if (window.kind === 'ever') return ever;
  return window.kind === 'rolling' ? rolling(window.months) : windows[window.kind];
}

/** Of figures that are known when a window has ended. */
export function periodText(window: CountingWindow, words: Catalogue): string {
  const isCalendar = window.kind !== 'ever' && window.kind !== 'rolling';
  return isCalendar ? words.rules.consequences.periods[window.kind] : windowText(window, words);
}

function countText(ladder: Ladder, policy: Policy, vocabulary: Vocabulary): string {
  const { words } = vocabulary;
  const { count, per, window } = ladder;
  const { consequences: told, or, sentences } = words.rules;
  const [whom, during] = [told.per[per], windowText(window, words)];
  const filtered = count.kind === 'consequences' ? [] : filterTexts(count.filter, policy, vocabulary);
  const reaching = window.kind === 'rolling' ? [told.reaching(window.months)] : [];
  switch (count.kind) {
    case 'breaches':
      return sentences([
        told.counted.breaches(whom, during),
        ...filtered,
        ...gradeTexts(count.filter, words),
        ...(count.after === undefined ? [] : [told.after(words.consequences.brought[count.after])]),
        ...weightTexts(count.weights, words),
        ...reaching,
      ]);
    case 'overtime':
      return sentences([
        told.counted.overtime(whom, during),
        ...filtered,
        ...gradeTexts(count.filter, words),
        ...reaching,
      ]);
    case 'consequences': {
      const names = or(count.of.map((each) => words.consequences.brought[each]));
      return sentences([told.counted.consequences(whom, during, names), ...reaching]);
    }
    default: {
      const { atLeastRuns, kind } = count;
      const least = atLeastRuns > 1 ? [told.atLeast[kind](atLeastRuns)] : [];
      return sentences([told.counted[kind](whom, periodText(window, words)), ...filtered, ...least]);
    }
  }
}

function gradeTexts({ severities }: BreachFilter, { rules }: Catalogue): string[] {
  return severities.length === 0 ? [] : [rules.consequences.severities(rules.or(severities.map(rules.quoted)))];
}

function weightTexts(weights: ReadonlyMap<string, number>, { rules }: Catalogue): string[] {
  const texts = [...weights].map(([grade, weight]) => rules.consequences.weight(rules.quoted(grade), weight));
  return texts.length === 0 ? [] : [rules.consequences.weights(rules.and(texts))];
}

/** Whose runs count: of which clocks, of which tickets. */
export function filterTexts(
  { clocks, when }: { readonly clocks: readonly string[]; readonly when: Condition },
  policy: Policy,
  vocabulary: Vocabulary,
): string[] {
  const { consequences } = vocabulary.words.rules;
  return [
    ...(clocks.length === 0 ? [] : [consequences.clocks(clocksText(clocks, policy, vocabulary))]),
    ...(when.length === 0 ? [] : [consequences.tickets(conditionText(when, vocabulary))]),
  ];
}

export function clocksText(clocks: readonly string[], policy: Policy, vocabulary: Vocabulary): string {
  const titles = clocks.map((id) =>
    clockTitle(policy.clocks.find((clock) => clock.id === id) ?? { id, title: {} }, vocabulary),
  );
  return vocabulary.words.rules.and(titles);
}

function tierText({ at, repeats, every, needs, awards }: Tier, ladder: Ladder, policy: Policy, purse: Purse): string {
  const { words } = purse;
  const { consequences, and, length, percent } = words.rules;
  const { count } = ladder;
  const isLong = count.kind === 'overtime';
  const inDays = policy.clocks.every((clock) => hasDays(clock, policy));
  const step = isLong ? length(at, inDays) : consequences.count(at);
  const more = every === undefined ? '' : isLong ? length(every, inDays) : consequences.more(every);
  const line = count.kind === 'attainment' ? percent(at) : String(at);
  const reached = isMeasured(ladder)
    ? consequences.below(line)
    : repeats
      ? consequences.atEach(step)
      : every === undefined
        ? consequences.at(step)
        : consequences.atEvery(step, more);
  const needed = needs.map(({ of, times }) => consequences.need(words.consequences.brought[of], times));
  const whole = needed.length === 0 ? reached : consequences.needing(reached, and(needed));
  return consequences.line(whole, penaltyText(awards, purse));
}

/** Caps, grace, resets, and who is spared. */
function boundItems({ cap, window, grace, reset, sparesOffDuty }: Ladder, purse: Purse): Item[] {
  const { words } = purse;
  const { consequences, or, sentences } = words.rules;
  const during = windowText(window, words);
  const fines = [
    ...(cap.fine === undefined ? [] : [moneyText(cap.fine, purse)]),
    ...(cap.fineShare === undefined ? [] : [consequences.cap.baseShare(shareText(cap.fineShare, purse))]),
  ];
  const caps = [
    ...(fines.length === 0 ? [] : [consequences.cap.fine(during, fines)]),
    ...(cap.bonusShare === undefined ? [] : [consequences.cap.bonus(during, shareText(cap.bonusShare, purse))]),
    ...(cap.points === undefined ? [] : [consequences.cap.points(during, cap.points)]),
  ];
  const after = or(reset.after.map((each) => words.consequences.brought[each]));
  return [
    ...(caps.length === 0 ? [] : [item(sentences([...caps, consequences.trimmed]))]),
    ...(grace === 0 ? [] : [item(consequences.grace(grace, during))]),
    ...(after === '' ? [] : [item(consequences.resetAfter(after))]),
    ...(reset.cleanMonths === undefined ? [] : [item(consequences.clean(reset.cleanMonths))]),
    ...(sparesOffDuty ? [item(consequences.spared)] : []),
  ];
}
