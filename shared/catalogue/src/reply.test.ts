import type { EvidenceId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import type { Answers, AnswerValue } from './answers.ts';
import { compile } from './compile.ts';
import type { ServiceDefinition } from './definition.ts';
import { everyType } from './samples/every-type.ts';

const service = (change: Partial<ServiceDefinition>) => compile({ ...everyType, reply: {}, ...change });
const asked = (change: Partial<ServiceDefinition>, answers: Answers): string[] =>
  service(change)
    .visible(answers)
    .map(({ key }) => key)
    .filter((key) => key.startsWith('reply-'));

const ways = (anonymous: boolean): string[] => {
  const question = service({ who: { ...everyType.who, anonymous } }).question('reply-way');
  return question?.type === 'choice' ? question.options.map(({ key }) => key) : [];
};

const home: AnswerValue = {
  street: '1, rue Y',
  municipality: 'Laval',
  province: 'QC',
  postalCode: 'H7A 1A1',
};
const recording: AnswerValue = {
  pending: 'transcription',
  evidence: '0190163d-8694-739b-aea5-966c26f8ad91' as EvidenceId,
};

describe('the reply block', () => {
  it.each<[string, string[]]>([
    ['email', ['reply-way', 'reply-email']],
    ['sms', ['reply-way', 'reply-phone']],
    ['voice', ['reply-way', 'reply-phone']],
    ['letter', ['reply-way', 'reply-name', 'reply-address']],
    ['pickup', ['reply-way', 'reply-name']],
  ])('asks for %s only what that way needs', (way, expected) => {
    expect(asked({}, { 'reply-way': way })).toEqual(expected);
  });

  it('does not ask again what the service asks of everyone', () => {
    const { reply } = everyType;
    expect(asked({ reply }, { 'reply-way': 'letter' })).toEqual(['reply-way']);
    expect(service({ reply }).question('reply-phone')).toBeUndefined();
  });

  it('asks again what was optional and left out', () => {
    const reply = { email: 'write' };
    expect(asked({ reply }, { 'reply-way': 'email' })).toEqual(['reply-way', 'reply-email']);
    expect(asked({ reply }, { 'reply-way': 'email', write: 'a@b.ca' })).toEqual(['reply-way']);
  });

  it('offers no reply only where one may stay anonymous', () => {
    expect(ways(false)).toEqual(['email', 'sms', 'voice', 'letter', 'pickup']);
    expect(ways(true)).toEqual(['email', 'sms', 'voice', 'letter', 'pickup', 'none']);
  });

  it.each<[string, Partial<ServiceDefinition>, Answers, unknown]>([
    [
      'its own e-mail',
      {},
      { 'reply-way': 'email', 'reply-email': 'a@b.ca' },
      { way: 'email', email: 'a@b.ca' },
    ],
    [
      'the service’s phone',
      { reply: { phone: 'call' } },
      { 'reply-way': 'sms', call: '+14185551234' },
      { way: 'sms', phone: '+14185551234' },
    ],
    [
      'a person as the name of a letter',
      { reply: { name: 'who', address: 'home' } },
      { 'reply-way': 'letter', who: { given: 'Ève', family: 'Côté' }, home },
      { way: 'letter', name: 'Ève Côté', address: home },
    ],
    [
      'an address still spoken',
      {},
      { 'reply-way': 'letter', 'reply-name': 'Ève Côté', 'reply-address': recording },
      { way: 'letter', pending: true },
    ],
    [
      'a name still spoken',
      {},
      { 'reply-way': 'letter', 'reply-name': recording, 'reply-address': home },
      { way: 'letter', pending: true },
    ],
    [
      'an e-mail still spoken',
      {},
      { 'reply-way': 'email', 'reply-email': recording },
      { way: 'email', pending: true },
    ],
    [
      'a name for pick-up',
      {},
      { 'reply-way': 'pickup', 'reply-name': 'Ève Côté' },
      { way: 'pickup', name: 'Ève Côté' },
    ],
    ['nothing', {}, {}, { way: 'none' }],
  ])('reads %s', (_, change, answers, expected) => {
    expect(service(change).replyChoice(answers)).toEqual(expected);
  });
});
