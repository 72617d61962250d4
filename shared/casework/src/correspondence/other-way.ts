import {
  type Answers,
  type CompiledService,
  isPending,
  type ReplyChoice,
  replyKeys,
} from '@guichet/catalogue';

/**
 * Gives another way in which a person can be told, from what they gave to be reached by: e-mail first, then a call, which any
 * telephone takes; undefined when they gave nothing else.
 *
 * Guarantee: only what the definition names as theirs, or what they were asked for their reply; never a number given for someone else.
 */
export function otherWay(service: CompiledService, answers: Answers): ReplyChoice | undefined {
  const { reply } = service.definition;
  const given = (kind: 'email' | 'phone') => {
    for (const key of [reply[kind], replyKeys[kind]]) {
      const value = key === undefined ? undefined : answers[key];
      if (typeof value === 'string' && !isPending(value)) return value;
    }
    return undefined;
  };
  const email = given('email');
  if (email !== undefined) return { way: 'email', email };
  const phone = given('phone');
  return phone === undefined ? undefined : { way: 'voice', phone };
}

/** Tells whether the words of a reply may leave by a way that its person did not choose for them. */
export function mayBeSaidOtherwise(service: CompiledService): boolean {
  return ![...service.sensitivityOf.values()].includes('sensitive');
}
