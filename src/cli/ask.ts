import { inspect, NONE, nextQuestion, type Question, type Wishes } from '../audit/inspecting.ts';
import type { TableProfile } from '../domain/profile.ts';
import { visible } from '../locale/visible.ts';
import type { Person } from './world.ts';

/** Wishes as answers fill them. */
type Filling = { -readonly [Key in keyof Wishes]: Wishes[Key] };

/**
 * Asks a person what only people know of an export, one question after another, each with a default for an empty answer;
 * what cannot be meant is asked again. At the end of input the rest is left open, as if nobody had been there.
 *
 * @param faultOf why a draft cannot be made of wishes; `undefined` where it can
 */
export async function askPerson(
  person: Person,
  profile: TableProfile,
  said: Wishes,
  faultOf: (wishes: Wishes) => string | undefined,
): Promise<Wishes> {
  let wishes = said;
  for (;;) {
    const question = nextQuestion(inspect(profile, wishes), wishes);
    if (question === undefined) return wishes;
    const answered = await askUntilMeant(person, question, wishes, faultOf);
    if (answered === undefined) return wishes;
    wishes = answered;
  }
}

/** More of them than fit on a line or two are told only when an answer is none of them. */
const MOST_CHOICES = 12;

/** The wishes with an answer more; `undefined` at the end of input. */
async function askUntilMeant(
  person: Person,
  question: Question,
  wishes: Wishes,
  faultOf: (wishes: Wishes) => string | undefined,
): Promise<Wishes | undefined> {
  const { text, standard, choices } = question;
  if (choices !== undefined && choices.length <= MOST_CHOICES) await person.tell(visible(`  ${choices.join(', ')}\n`));
  for (;;) {
    const typed = await person.answer(visible(`${text}${standard === '' ? '' : ` [${standard}]`} `));
    if (typed === undefined) return undefined;
    const answer = typed.trim() === '' ? standard : typed.trim();
    const answered = withAnswer(wishes, question, answer === NONE ? '' : answer);
    const fault = choices?.includes(answer) === false ? `"${answer}": ${choices.join(', ')}` : faultOf(answered);
    if (fault === undefined) return answered;
    await person.tell(visible(`  ${fault}\n`));
  }
}

function withAnswer(wishes: Wishes, { key, clock }: Question, answer: string): Wishes {
  const filling: Filling = { ...wishes };
  if (key === 'target') filling.targets = new Map([...(wishes.targets ?? []), [clock ?? '', answer]]);
  else if (key !== 'dates') filling[key] = answer;
  else filling.dates = answer === 'month-first' ? 'month-first' : 'day-first';
  return filling;
}
