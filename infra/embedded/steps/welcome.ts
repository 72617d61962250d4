import type { Bilingual } from '@guichet/kernel';

/** A demo account. */
export interface SignIn {
  readonly role: Bilingual;
  readonly signIn: string;
  readonly password: string;
}

export interface WelcomeFacts {
  readonly publicUrl: string;
  readonly deskUrl: string;
  readonly inbox: string;
  readonly service: string;
  readonly signIns: readonly SignIn[];
}

/** Writes what is open, as whom to sign in, and the four things to try. */
export function welcome({ publicUrl, deskUrl, inbox, service, signIns }: WelcomeFacts): Bilingual[] {
  const accounts = signIns.map(({ role, signIn, password }) => ({
    fr: `   ${role.fr} : ${signIn} / ${password}`,
    en: `   ${role.en}: ${signIn} / ${password}`,
  }));
  return [
    { fr: `Public   ${publicUrl}`, en: `Public   ${publicUrl}` },
    { fr: `Personnel ${deskUrl}`, en: `Staff    ${deskUrl}` },
    ...accounts,
    { fr: 'Quatre choses à essayer :', en: 'Four things to try:' },
    {
      fr: `1. Internet : ouvrez ${publicUrl} et faites une demande`,
      en: `1. Internet: open ${publicUrl} and make a request`,
    },
    {
      fr: '2. Téléphone : npm run call, dans un autre terminal',
      en: '2. Telephone: npm run call, in another terminal',
    },
    {
      fr: `3. Poste : imprimez ${publicUrl}/services/${service}/form.pdf?lang=fr, remplissez-le, déposez le balayage dans ${inbox}`,
      en: `3. Post: print ${publicUrl}/services/${service}/form.pdf?lang=en, fill it in, drop the scan into ${inbox}`,
    },
    {
      fr: `4. Comptoir : ouvrez une session à ${deskUrl} et prenez une demande au comptoir`,
      en: `4. Counter: sign in at ${deskUrl} and take a request at the counter`,
    },
    { fr: 'Ctrl-C arrête tout.', en: 'Ctrl-C stops everything.' },
  ];
}
