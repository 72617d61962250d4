import type { programErrors as fr } from './errors-programs.fr.ts';

export const programErrors: typeof fr = {
  'access-key-name': () => 'Say what the key is for, in 60 characters at most.',
  'access-key-days': (params) => `A key is valid for 1 to ${params['max'] ?? 365} days.`,
  'person-needed': () => 'An access key is not enough here: a person does this, signed in at the desk.',
  'webhook-url': () => 'Write an allowed address that begins with https://, without a user name or password.',
  'webhook-kinds': () => 'Choose at least one event.',
  'webhook-teams': () => 'Choose at least one of your teams.',
  'webhook-ended': () => 'This webhook has ended.',
  'webhook-of-others': () => 'This webhook is also about cases of teams that you don’t answer for.',
  'no-such-webhook': () => 'This webhook can’t be found.',
  'no-such-access-key': () => 'This key can’t be found.',
  'access-key-refused': () =>
    'A valid access key is missing: send it in the Authorization header, after Bearer.',
  'idempotency-key-missing': () => 'The Idempotency-Key header is required: 16 to 255 characters.',
  'idempotency-key-reused': () => 'This key was already used for another request.',
  'no-such-delivery': () => 'This delivery can’t be found.',
  'too-many-requests': () => 'Too many requests in this minute. Wait a little before you go on.',
};
