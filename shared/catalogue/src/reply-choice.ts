import type { Answers, AnswerValue, PersonValue } from './answers.ts';
import { isPending } from './answers.ts';
import { answerOf } from './answer-of.ts';
import type { ReplyChoice } from './compiled.ts';
import { type ReplyWay, replyWays, type ServiceDefinition } from './definition.ts';
import { isAddress, isPerson } from './value-kinds.ts';
import { replyKeys } from './reply-block.ts';

const nameOf = (value: AnswerValue | undefined): string | undefined => {
  if (typeof value === 'string') return value;
  if (isPerson(value)) return fullName(value);
  return undefined;
};

const fullName = (person: PersonValue): string => `${person.given} ${person.family}`;

const isWay = (value: AnswerValue | undefined): value is ReplyWay => replyWays.some((way) => way === value);

/**
 * Reads how the person chose to hear back; the service's own question answers first, then the reply block.
 *
 * Guarantee: a way whose detail is missing or waits for transcription is `pending`, never dropped.
 */
export function readReplyChoice(definition: ServiceDefinition, answers: Answers): ReplyChoice {
  const way = answerOf(answers, replyKeys.way);
  if (!isWay(way)) return { way: 'none' };
  const detail = (kind: 'email' | 'phone' | 'name' | 'address'): AnswerValue | undefined => {
    const mapped = definition.reply[kind];
    return (
      (mapped === undefined ? undefined : answerOf(answers, mapped)) ?? answerOf(answers, replyKeys[kind])
    );
  };
  if (way === 'none') return { way };
  if (way === 'pickup') {
    const name = nameOf(detail('name'));
    return name === undefined ? { way } : { way, name };
  }
  if (way === 'email') {
    const email = detail('email');
    return typeof email === 'string' ? { way, email } : { way, pending: true };
  }
  if (way === 'sms' || way === 'voice') {
    const phone = detail('phone');
    return typeof phone === 'string' ? { way, phone } : { way, pending: true };
  }
  const name = detail('name');
  const address = detail('address');
  const written = nameOf(name);
  if (written === undefined || isPending(address) || !isAddress(address)) return { way, pending: true };
  return { way, name: written, address };
}
