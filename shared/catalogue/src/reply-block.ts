import type { Bilingual } from '@guichet/kernel';
import type { Condition, Option, Question, ReplyWay, ServiceDefinition } from './definition.ts';

/** The keys of the questions that every service asks at its end: how we answer the person. */
export const replyKeys = {
  way: 'reply-way',
  email: 'reply-email',
  phone: 'reply-phone',
  name: 'reply-name',
  address: 'reply-address',
} as const;

const ways: Record<ReplyWay, { label: Bilingual; spoken: { fr: string[]; en: string[] } }> = {
  email: { label: { fr: 'Par courriel', en: 'By email' }, spoken: { fr: ['courriel'], en: ['email'] } },
  sms: {
    label: { fr: 'Par texto', en: 'By text message' },
    spoken: { fr: ['texto', 'message texte'], en: ['text'] },
  },
  voice: {
    label: { fr: 'Par un appel téléphonique', en: 'By phone call' },
    spoken: { fr: ['téléphone', 'appel'], en: ['phone', 'call'] },
  },
  letter: {
    label: { fr: 'Par la poste', en: 'By mail' },
    spoken: { fr: ['lettre', 'poste'], en: ['letter', 'mail', 'post'] },
  },
  pickup: {
    label: { fr: 'En personne, au comptoir', en: 'In person, at the counter' },
    spoken: { fr: ['comptoir', 'sur place'], en: ['counter', 'in person'] },
  },
  none: {
    label: { fr: 'Je ne veux pas de réponse', en: 'I do not want a reply' },
    spoken: { fr: ['aucune', 'pas de réponse'], en: ['none', 'no reply'] },
  },
};

const purpose: Bilingual = {
  fr: 'Pour vous faire parvenir la réponse à votre demande.',
  en: 'To send you the reply to your request.',
};

/** When a detail is asked: for the ways that need it, unless a question of the service already gave it; undefined means never. */
function asksFor(
  definition: ServiceDefinition,
  served: string | undefined,
  replyWays: ReplyWay[],
): Condition | undefined {
  const chosen: Condition = { in: { question: replyKeys.way, values: replyWays } };
  const other = definition.questions.find((question) => question.key === served);
  if (other === undefined) return chosen;
  if (other.required && other.when === undefined) return undefined;
  return { all: [chosen, { not: { answered: { question: other.key } } }] };
}

/** Makes the questions by which the person says how to hear back, less those that the service asks by itself. */
export function replyBlock(definition: ServiceDefinition): Question[] {
  const keys: ReplyWay[] = ['email', 'sms', 'voice', 'letter', 'pickup'];
  if (definition.who.anonymous) keys.push('none');
  const options: Option[] = keys.map((key) => ({ key, ...ways[key] }));
  const block: Question[] = [
    {
      key: replyKeys.way,
      type: 'choice',
      label: {
        fr: 'Comment voulez-vous recevoir la réponse?',
        en: 'How would you like to receive the reply?',
      },
      help: {
        fr: 'Vous pouvez choisir une autre façon que celle par laquelle vous faites votre demande.',
        en: 'You can choose another way than the one you are using to make your request.',
      },
      ask: {
        phone: {
          fr: 'Comment voulez-vous recevoir la réponse?',
          en: 'How would you like to receive the reply?',
        },
      },
      required: true,
      sensitivity: 'open',
      options,
    },
  ];
  const detail = { required: true, sensitivity: 'personal', purpose } as const;

  const email = asksFor(definition, definition.reply.email, ['email']);
  if (email)
    block.push({
      ...detail,
      key: replyKeys.email,
      type: 'email',
      label: { fr: 'Adresse courriel', en: 'Email address' },
      help: { fr: 'Par exemple\u00a0: nom@exemple.ca', en: 'For example: name@example.ca' },
      ask: {
        phone: {
          fr: 'Après le signal, dites votre adresse courriel lentement, en épelant chaque lettre.',
          en: 'After the tone, say your email address slowly, spelling each letter.',
        },
      },
      when: email,
    });

  const phone = asksFor(definition, definition.reply.phone, ['sms', 'voice']);
  if (phone)
    block.push({
      ...detail,
      key: replyKeys.phone,
      type: 'phone',
      label: { fr: 'Numéro de téléphone', en: 'Telephone number' },
      help: {
        fr: 'Avec l’indicatif régional. Par exemple\u00a0: 418 555-1234',
        en: 'With the area code. For example: 418 555-1234',
      },
      when: phone,
    });

  const name = asksFor(definition, definition.reply.name, ['letter', 'pickup']);
  if (name)
    block.push({
      ...detail,
      key: replyKeys.name,
      type: 'text',
      maxLength: 120,
      label: { fr: 'Prénom et nom', en: 'First and last name' },
      help: { fr: 'Tels qu’ils doivent figurer sur la réponse.', en: 'As they should appear on the reply.' },
      when: name,
    });

  const address = asksFor(definition, definition.reply.address, ['letter']);
  if (address)
    block.push({
      ...detail,
      key: replyKeys.address,
      type: 'address',
      label: { fr: 'Adresse postale', en: 'Mailing address' },
      help: {
        fr: 'L’adresse où vous recevez votre courrier.',
        en: 'The address where you receive your mail.',
      },
      when: address,
    });
  return block;
}
