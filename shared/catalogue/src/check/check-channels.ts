import { channels, type ServiceDefinition } from '../definition.ts';
import { type AskedQuestion, askedQuestions } from './asked-question.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';

/**
 * Finds questions that a channel can't ask, before anyone meets them there.
 *
 * Source: design §4 (parity is the default, an exception is stated); a keypad has digits only
 */
export function checkChannels(definition: ServiceDefinition): CheckProblem[] {
  const problems: CheckProblem[] = [];
  if (channels.every((channel) => definition.channels[channel] !== undefined)) {
    problems.push(
      problemAt(['channels'], 'le service n’est offert nulle part', 'the service is offered nowhere', {
        fr: 'retirez au moins une exception',
        en: 'take out one exception at least',
      }),
    );
  }
  if (definition.channels.phone === undefined) problems.push(...askedQuestions(definition).flatMap(byPhone));
  return problems;
}

function byPhone({ question, path }: AskedQuestion): CheckProblem[] {
  const { key, type } = question;
  const say = (fr: string, en: string, otherFr: string, otherEn: string): CheckProblem[] => [
    problemAt([...path, 'type'], `question \`${key}\`\u00a0: ${fr}`, `question \`${key}\`: ${en}`, {
      fr: `dites pourquoi sous \`channels.phone.except\` ${otherFr}`,
      en: `say why under \`channels.phone.except\` ${otherEn}`,
    }),
  ];
  if (type === 'file' && question.ask?.phone === undefined) {
    return say(
      'le type `file` ne peut pas être demandé par téléphone',
      'type `file` can’t be asked by phone',
      'ou donnez `ask.phone`',
      'or give `ask.phone`',
    );
  }
  if (type === 'identifier' && question.alphabet === 'alphanumeric') {
    return say(
      'un identifiant avec des lettres ne se compose pas au téléphone',
      'an identifier with letters can’t be keyed by phone',
      'ou utilisez `alphabet: digits`',
      'or use `alphabet: digits`',
    );
  }
  const below =
    (type === 'number' && (question.min ?? 0) < 0) || (type === 'money' && (question.minCents ?? 0) < 0);
  if (below) {
    return say(
      'un nombre sous zéro ne se compose pas au téléphone',
      'a number below zero can’t be keyed by phone',
      'ou relevez le minimum',
      'or raise the minimum',
    );
  }
  return [];
}
