import { describe, expect, it } from 'vitest';
import { at, changed, type Data, set } from '../check/spoilt.ts';
import { compile } from '../compile.ts';
import { serviceDefinition } from '../definition.ts';
import { migrateAnswers } from '../migrate-answers.ts';
import { everyAnswer } from '../samples/every-answer.ts';
import { everyType } from '../samples/every-type.ts';
import { diffServices } from './diff-services.ts';

const before = compile(everyType);
const after = (change: (definition: Data) => void) => compile(serviceDefinition.parse(changed(change)));
const say = (fr: string, en: string) => ({ fr, en });

describe('answers of drafts that would be lost', () => {
  const option = (key: string) => ({ key, label: say(key, key) });
  it.each<[string, (definition: Data) => void, string[]]>([
    ['nothing', () => undefined, []],
    ['a key renamed without a word', (d) => set(at(d, 'title'), { key: 'name' }), ['title all']],
    [
      'a key renamed with one',
      (d) => {
        set(at(d, 'title'), { key: 'name' });
        set(d, { migrates: { renamed: { title: 'name' } } });
      },
      [],
    ],
    [
      'an option gone',
      (d) => set(at(d, 'facility'), { options: [option('pool'), option('field')] }),
      ['facility some'],
    ],
    [
      'an option renamed',
      (d) => {
        set(at(d, 'facility'), { options: [option('rink'), option('pool'), option('field')] });
        set(d, { migrates: { options: { facility: { arena: 'rink' } } } });
      },
      [],
    ],
    ['less room', (d) => set(at(d, 'title'), { maxLength: 5 }), ['title some']],
    ['an earlier end', (d) => set(at(d, 'day'), { range: { daysMax: 30 } }), ['day some']],
    ['a number of another kind', (d) => set(at(d, 'people'), { max: 500 }), ['people some', 'helpers some']],
    ['fewer decimals', (d) => set(at(d, 'length'), { decimals: 0 }), ['length some']],
    ['a smaller amount', (d) => set(at(d, 'budget'), { maxCents: 100 }), ['budget some']],
    ['another form of number', (d) => set(at(d, 'permit'), { pattern: '[0-9]{9}' }), ['permit some']],
    ['a birth date dropped', (d) => set(at(d, 'who'), { birthDate: false }), ['who all']],
    [
      'other hours',
      (d) => set(at(d, 'visit'), { hours: [{ days: ['monday'], from: '09:00', to: '12:00' }] }),
      ['visit some'],
    ],
    ['more ranks', (d) => set(at(d, 'wishes'), { top: 3 }), ['wishes some']],
    ['a shorter scale', (d) => set(at(d, 'rating'), { max: 3 }), ['rating some']],
    [
      'a refusal no longer possible',
      (d) => set(at(d, 'newsletter'), { required: true }),
      ['newsletter some'],
    ],
    [
      'another type',
      (d) => void Object.assign(at(d, 'home'), { type: 'text', maxLength: 100 }),
      ['home all'],
    ],
    [
      'another condition',
      (d) => set(at(d, 'permit'), { when: { is: { question: 'facility', value: 'pool' } } }),
      ['permit some'],
    ],
    [
      'a condition on what is lost',
      (d) => set(at(d, 'alcohol'), { type: 'choice', options: [option('yes'), option('no')] }),
      ['alcohol all', 'permit some', 'helpers some'],
    ],
    ['fewer entries', (d) => set(at(d, 'helpers'), { max: 1 }), ['helpers some']],
    ['a member that all have gone', (d) => void at(d, 'helpers').questions?.splice(1, 2), ['helpers all']],
    [
      'a member that all must have',
      (d) =>
        void at(d, 'helpers').questions?.push({
          key: 'age',
          type: 'number',
          label: say('Âge', 'Age'),
          required: true,
          decimals: 0,
        } as unknown as Data),
      ['helpers all'],
    ],
  ])('%s', (_, change, expected) => {
    const now = after(change);
    const { lost } = diffServices(before, now);
    expect(lost.map(({ key, scope }) => `${key} ${scope}`)).toEqual(expected);
    // The forecast is held against what the migration itself loses.
    const really = migrateAnswers(everyAnswer, now, { today: '2026-03-01' }).lost;
    const foretold = lost.map(({ key }) => key);
    expect(foretold).toEqual(expect.arrayContaining(really));
    const whole = lost.filter(({ key, scope }) => scope === 'all' && Object.hasOwn(everyAnswer, key));
    expect(really).toEqual(expect.arrayContaining(whole.map(({ key }) => key)));
  });
});
