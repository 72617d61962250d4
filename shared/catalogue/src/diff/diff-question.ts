import { type Bilingual, channels } from '@guichet/kernel';
import type { CompiledService } from '../compiled.ts';
import type { Condition, MemberQuestion, Question, Sensitivity } from '../definition.ts';
import { typeNames } from '../words/type-names.ts';
import { diffOptions, optionsOf } from './diff-options.ts';
import { limitsOf } from './limits.ts';
import { partOf, same, textChange, valueChange } from './say-change.ts';

type Asked = Question | MemberQuestion;

/** The two versions that are held against each other, and how the new one names what was renamed. */
export interface Versions {
  before: CompiledService;
  after: CompiledService;
}

export const channelNames: Record<(typeof channels)[number], Bilingual> = {
  web: { fr: 'Internet', en: 'Web' },
  phone: { fr: 'téléphone', en: 'phone' },
  mail: { fr: 'papier', en: 'paper' },
  counter: { fr: 'comptoir', en: 'counter' },
};

export const sensitivityNames: Record<Sensitivity, Bilingual> = {
  open: { fr: 'ouverte', en: 'open' },
  personal: { fr: 'personnelle', en: 'personal' },
  sensitive: { fr: 'sensible', en: 'sensitive' },
};

/** Says how a question that both versions ask differs; members of a group are another's matter. */
export function diffQuestion(subject: Bilingual, old: Asked, now: Asked, versions: Versions): Bilingual[] {
  const part = (fr: string, en: string): Bilingual => partOf(subject, { fr, en });
  const renamed = versions.after.definition.migrates?.options[now.key] ?? {};
  const typed = old.type === now.type;
  return [
    ...textChange(part('question', 'question'), old.label, now.label),
    ...(old.required === now.required
      ? []
      : now.required
        ? [{ fr: `${subject.fr} devient obligatoire`, en: `${subject.en} becomes required` }]
        : [{ fr: `${subject.fr} devient facultative`, en: `${subject.en} becomes optional` }]),
    ...valueChange(part('type de réponse', 'type of answer'), typeNames[old.type], typeNames[now.type]),
    ...valueChange(
      part('quand elle est posée', 'when it is asked'),
      conditionWords(old.when, versions.before),
      conditionWords(now.when, versions.after),
    ),
    ...textChange(part('condition dite', 'condition as said'), old.whenWords, now.whenWords),
    ...(typed ? limitChanges(subject, old, now) : []),
    ...diffOptions(subject, optionsOf(old), optionsOf(now), renamed),
    ...textChange(part('aide', 'help'), old.help, now.help),
    ...channels.flatMap((channel) => [
      ...textChange(
        part(`mots (${channelNames[channel].fr})`, `words (${channelNames[channel].en})`),
        old.ask?.[channel],
        now.ask?.[channel],
      ),
      ...textChange(
        part(`aide (${channelNames[channel].fr})`, `help (${channelNames[channel].en})`),
        old.helpFor?.[channel],
        now.helpFor?.[channel],
      ),
    ]),
    ...ownTexts(now, old).flatMap(([fr, en, before, after]) => textChange(part(fr, en), before, after)),
    ...valueChange(
      part('protection', 'protection'),
      sensitivityNames[old.sensitivity],
      sensitivityNames[now.sensitivity],
    ),
    ...textChange(part('pourquoi on la pose', 'why it is asked'), old.purpose, now.purpose),
    ...valueChange(part('saisie du papier', 'keying from paper'), keyingWords(old), keyingWords(now)),
  ];
}

/** Says how many persons key what is written on paper. */
function keyingWords({ keying }: Asked): Bilingual {
  return keying === 'double' ? { fr: 'double', en: 'double' } : { fr: 'simple', en: 'single' };
}

/** Says when a question is asked. */
export function conditionWords(when: Condition | undefined, service: CompiledService): Bilingual {
  if (when === undefined) return { fr: 'toujours', en: 'always' };
  const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
  return {
    fr: lower(service.describeCondition(when, 'fr')),
    en: lower(service.describeCondition(when, 'en')),
  };
}

function limitChanges(subject: Bilingual, old: Asked, now: Asked): Bilingual[] {
  const [before, after] = [limitsOf(old), limitsOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const name = (after.get(id) ?? before.get(id))?.name ?? { fr: id, en: id };
    return valueChange(partOf(subject, name), before.get(id)?.value, after.get(id)?.value);
  });
}

type Text = [fr: string, en: string, before: Bilingual | undefined, after: Bilingual | undefined];

/** The texts that only one type has. */
function ownTexts(now: Asked, old: Asked): Text[] {
  if (now.type === 'consent' && old.type === 'consent')
    return [['texte du consentement', 'statement', old.statement, now.statement]];
  if (now.type === 'information' && old.type === 'information')
    return [['texte', 'text', old.body, now.body]];
  if (now.type === 'group' && old.type === 'group')
    return [['nom d’une entrée', 'name of an entry', old.entry, now.entry]];
  if (now.type === 'scale' && old.type === 'scale')
    return [
      ['mot du bas', 'word of the low end', old.low, now.low],
      ['mot du haut', 'word of the high end', old.high, now.high],
    ];
  if (now.type === 'identifier' && old.type === 'identifier' && !same(old.example, now.example))
    return [
      ['exemple', 'example', { fr: old.example, en: old.example }, { fr: now.example, en: now.example }],
    ];
  return [];
}
