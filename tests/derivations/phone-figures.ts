import { type Answers, type CompiledService, isEntries } from '@guichet/catalogue';
import type { AddressIndex } from '@guichet/channels/phone';
import type { Language } from '@guichet/kernel';
import * as fc from 'fast-check';
import { byPhone, type CallCount } from './by-phone.ts';
import { complete, type Narrow, withinCanada } from './whole-pack.ts';

/** A call to one service, as the table of the telephone tells it. */
export interface PhoneFigure extends CallCount {
  /** Questions answered or passed, each entry's own among them, information left out. */
  questions: number;
  /** Options named one by one, and ranks: each is heard as a question of its own. */
  parts: number;
}

const from = '+14185550123';
const home = { street: '12, rue Saint-Jean', municipality: 'Québec', province: 'QC', postalCode: 'G1R 4S9' };

/** One building, as a municipal address file knows it. */
const addresses: AddressIndex = {
  hasPostalCode: (code) => code === home.postalCode,
  find: (code, civic) =>
    code === home.postalCode && civic === '12' ? [{ ...home, street: 'rue Saint-Jean' }] : [],
};

const atHome: Narrow = (question) =>
  question.type === 'address'
    ? fc.constant(home)
    : question.type === 'phone'
      ? fc.constant(from)
      : withinCanada(question);

/**
 * Makes the shortest and the fullest call to a service, in the whole menu of the desk, by keys and recordings alone.
 *
 * Guarantee: of twenty complete sets of answers, the same each time, the one with the least to say and the one with the most.
 */
export async function phoneFigures(
  service: CompiledService,
  language: Language,
  services: readonly CompiledService[],
): Promise<{ shortest: PhoneFigure; fullest: PhoneFigure }> {
  const sets = fc
    .sample(complete(service, atHome), { numRuns: 20, seed: 20 })
    .map((answers) => ({ answers, ...asked(service, answers) }))
    .toSorted((a, b) => a.questions + a.parts - (b.questions + b.parts));
  const figure = async (set: (typeof sets)[number] | undefined): Promise<PhoneFigure> => {
    if (set === undefined) throw new Error('no answers');
    const { answers, questions, parts } = set;
    const { prompts, presses, recordings } = await byPhone(service, answers, language, {
      services,
      from,
      addresses,
    });
    return { questions, parts, prompts, presses, recordings };
  };
  return { shortest: await figure(sets[0]), fullest: await figure(sets.at(-1)) };
}

function asked(service: CompiledService, answers: Answers): Pick<PhoneFigure, 'questions' | 'parts'> {
  const visible = service.visible(answers).filter(({ type }) => type !== 'information');
  let questions = visible.length;
  let parts = 0;
  for (const question of visible) {
    const answer = answers[question.key];
    if (question.type === 'choices' && answer !== undefined) parts += question.options.length;
    if (question.type === 'ranking' && Array.isArray(answer)) parts += answer.length;
    if (question.type !== 'group' || answer === undefined || !isEntries(answer)) continue;
    for (const entry of answer) questions += service.visibleMembers(question, entry, answers).length;
  }
  return { questions, parts };
}
