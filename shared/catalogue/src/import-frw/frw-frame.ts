import { toCompleteMark } from '../to-complete.ts';
import { type FrwNote, note } from './frw-note.ts';
import { frwText } from './frw-texts.ts';
import { type Data, type FrwRead, isData } from './read-frw.ts';

const { fr: mark, en: markEn } = toCompleteMark;
const source = `${mark} – règle du calendrier de conservation`;

/** What a form of FRW never says, and a service must: the frame of a definition, under the mark, and what is to be written. */
export function frwFrame(
  code: string,
  form: Data,
  lineOf: FrwRead['lineOf'],
): { frame: Data; notes: FrwNote[] } {
  const body = isData(form['form']) ? form['form'] : {};
  const title = frwText(body['title']);
  const frame: Data = {
    code,
    version: 1,
    name: title?.text ?? { fr: `${mark} – nom du service`, en: `${markEn} – name of the service` },
    summary: {
      fr: `${mark} – ce que le service permet d’obtenir.`,
      en: `${markEn} – what the service lets people get.`,
    },
    legalBasis: { fr: `${mark} – loi ou règlement.`, en: `${markEn} – law or by-law.` },
    audience: ['citizens'],
    theme: 'municipal',
    who: { identity: 'declared', anonymous: false, onBehalf: true },
    calendar: 'quebec-public',
    clocks: {
      acknowledge: { amount: 2, unit: 'business-days' },
      decide: { amount: 10, unit: 'business-days' },
    },
    routing: { team: 'a-completer' },
    outcomes: [
      outcome(
        'granted',
        ['Demande acceptée', 'Request granted'],
        [
          `${mark} – votre demande est acceptée (dossier {reference}).`,
          `${markEn} – your request is granted (file {reference}).`,
        ],
      ),
      outcome(
        'refused',
        ['Demande refusée', 'Request refused'],
        [
          `${mark} – votre demande est refusée (dossier {reference}).`,
          `${markEn} – your request is refused (file {reference}).`,
        ],
      ),
      outcome(
        'withdrawn',
        ['Demande retirée', 'Request withdrawn'],
        [
          'À votre demande, nous avons fermé le dossier {reference}.',
          'At your request, we have closed file {reference}.',
        ],
      ),
    ],
    next: {
      fr: `${mark} – ce qui se passe après l’envoi.`,
      en: `${markEn} – what happens after it is sent.`,
    },
  };
  const todo = (key: string, fr: string, en: string): FrwNote => note(1, key, 'to-complete', fr, en);
  return {
    frame,
    notes: [
      ...(title?.untranslated !== false
        ? [
            note(
              lineOf(body, 'title'),
              'title',
              'to-complete',
              'le titre n’est pas traduit',
              'the title is not translated',
            ),
          ]
        : []),
      todo('summary', 'le résumé', 'the summary'),
      todo('legalBasis', 'le fondement juridique', 'the legal basis'),
      todo('audience, theme', 'pour qui, et sous quel thème', 'for whom, and under which theme'),
      todo(
        'who',
        'qui peut demander, et comment l’identité est connue',
        'who may ask, and how identity is known',
      ),
      todo('clocks', 'les délais promis, et celui de la loi', 'the times promised, and the limit set by law'),
      todo('routing', 'l’équipe qui reçoit les demandes', 'the team that receives the requests'),
      todo(
        'outcomes',
        'les décisions, les mots dits et la conservation',
        'the decisions, the words told and the retention',
      ),
      todo('next', 'ce qui se passe après l’envoi', 'what happens after it is sent'),
      todo(
        'sensitivity, purpose',
        'la protection et la raison de chaque question',
        'the protection and the reason of each question',
      ),
      ...configNotes(form, lineOf),
    ],
  };
}

function outcome(key: string, [fr, en]: [string, string], [wordsFr, wordsEn]: [string, string]): Data {
  // oxlint-disable-next-line unicorn/no-thenable -- what happens then; a text, never a function
  const retention = { years: 3, then: 'destroy', source };
  return { key, label: { fr, en }, words: { fr: wordsFr, en: wordsEn }, retention };
}

/** What Guichet does for every service, so that no setting is needed. */
const ours: ReadonlySet<string> = new Set([
  'enregistrement',
  'courrielReprise',
  'debuterFormulaire',
  'revision',
  'piv',
  'pages',
  'messages',
  'title',
  'soumission',
  'confirmationTransmission',
  'afficherMessageSauvegardeCourrielReprise',
  'afficherPartagePage',
  'afficherBlocCode',
]);

/** Settings stand under `config`, or, in older forms, at the top. */
function configNotes(form: Data, lineOf: FrwRead['lineOf']): FrwNote[] {
  const { form: _, config, textes, ...top } = form;
  const settings = [
    ...Object.keys(isData(config) ? config : {}).map((key) => ({ key, line: lineOf(config, key) })),
    ...[...Object.keys(top), ...(textes === undefined ? [] : ['textes'])].map((key) => ({
      key,
      line: lineOf(form, key),
    })),
  ];
  return settings.map(({ key, line }) => {
    if (ours.has(key))
      return note(
        line,
        key,
        'by-guichet',
        'Guichet le fait pour chaque service',
        'Guichet does it for every service',
      );
    if (/js|script/i.test(key))
      return note(
        line,
        key,
        'lost',
        'un script n’a pas de place dans une définition',
        'a script has no place in a definition',
      );
    if (key === 'aiguillage')
      return note(
        line,
        key,
        'lost',
        'un workflow entre plusieurs personnes n’a pas d’équivalent',
        'a workflow between several people has no equal',
      );
    if (key === 'securite' || key === 'accesAnonyme')
      return note(line, key, 'by-guichet', 'un compte n’est jamais nécessaire', 'an account is never needed');
    return note(line, key, 'lost', 'ce réglage n’a pas d’équivalent', 'this setting has no equal');
  });
}
