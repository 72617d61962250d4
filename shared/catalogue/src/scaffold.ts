import type { Language } from '@guichet/kernel';
import { toCompleteMark } from './to-complete.ts';

export interface ScaffoldOptions {
  /** The service's code, a key of the language. */
  code: string;
  /** The language of the comments; the texts are in both. */
  language: Language;
  /** Path from the file to the JSON Schema, for editors. */
  schema: string;
  /** Names of the blocks that the file can use. */
  blocks: ReadonlySet<string>;
}

const { fr: mark, en: markEn } = toCompleteMark;

/**
 * Writes the first version of a service as YAML, with comments that teach the language as they go.
 *
 * Guarantee: the text passes `check` as it stands, whatever the code; what a person must write bears the mark.
 */
export function scaffoldDefinition({ code, language, schema, blocks }: ScaffoldOptions): string {
  const say = (fr: string, en: string): string => `# ${language === 'fr' ? fr : en}`;
  const block = (name: string, text: string): string => (blocks.has(name) ? `  - use: ${name}\n` : text);
  return `# yaml-language-server: $schema=${schema}
${say('Tout ce qui dit « À COMPLÉTER » attend vos mots. Vérifiez à chaque pas : npm run guichet -- catalogue check', 'All that says “À COMPLÉTER” or “TO COMPLETE” awaits your words. Check at each step: npm run guichet -- catalogue check')}
${say('Une version publiée ne change plus : la suivante est un autre fichier, v2.', 'A published version no longer changes: the next one is another file, v2.')}
code: ${/^(true|false|null)$/.test(code) ? `"${code}"` : code}
version: 1
name:
  fr: ${mark} – nom du service
  en: ${markEn} – name of the service
${say('Une phrase qui dit à la personne ce qu’elle obtient.', 'One sentence that tells the person what they get.')}
summary:
  fr: ${mark} – ce que le service permet d’obtenir.
  en: ${markEn} – what the service lets people get.
${say('La loi ou le règlement qui permet de demander ces renseignements.', 'The law or by-law that allows asking for this information.')}
legalBasis:
  fr: ${mark} – loi ou règlement.
  en: ${markEn} – law or by-law.
${say('citizens, families, youth, elders, associations, businesses, newcomers', 'citizens, families, youth, elders, associations, businesses, newcomers')}
audience: [citizens]
${say('municipal, leisure, health, education, justice, taxation, democracy', 'municipal, leisure, health, education, justice, taxation, democracy')}
theme: municipal
${say('Les mots par lesquels les gens le cherchent.', 'The words people look for it by.')}
keywords:
  fr: []
  en: []
who:
  ${say('declared (sur parole), contact-proven (code reçu) ou identity-proven (identité vue)', 'declared (on their word), contact-proven (a code received) or identity-proven (identity seen)')}
  identity: declared
  anonymous: false
  onBehalf: true
${say('Internet, téléphone, poste et comptoir sont tous offerts. Une porte fermée dit pourquoi, et c’est publié :', 'Web, phone, mail and counter are all offered. A closed door says why, and that is published:')}
# channels:
#   phone:
#     except: { fr: …, en: … }
${say('Nos promesses : accuser réception, puis décider. Unités : business-days, calendar-days, hours.', 'Our promises: acknowledge, then decide. Units: business-days, calendar-days, hours.')}
calendar: quebec-public
clocks:
  acknowledge: { amount: 2, unit: business-days }
  decide: { amount: 10, unit: business-days }
  ${say('Le délai fixé par une loi, s’il y en a un :', 'The limit set by a law, where there is one:')}
  # legal: { amount: 30, unit: calendar-days, source: { fr: …, en: … } }
routing:
  ${say('L’équipe qui reçoit les demandes.', 'The team that receives the requests.')}
  team: accueil
${say('Ce qui peut être décidé, les mots dits à la personne et la durée de conservation, avec sa source.', 'What can be decided, the words told to the person and how long it is kept, with its source.')}
${say('Guichet remplit {reference} et {service}. then : destroy, archive, anonymise.', 'Guichet fills in {reference} and {service}. then: destroy, archive, anonymise.')}
outcomes:
  - key: granted
    label: { fr: Demande acceptée, en: Request granted }
    words:
      fr: Votre demande est acceptée (dossier {reference}).
      en: Your request is granted (file {reference}).
    retention: { years: 3, then: destroy, source: "${mark} – règle du calendrier de conservation" }
  - key: refused
    label: { fr: Demande refusée, en: Request refused }
    words:
      fr: Nous n’avons pas pu accepter votre demande (dossier {reference}). La raison est jointe; vous pouvez demander une révision.
      en: We could not grant your request (file {reference}). The reason is enclosed; you can ask for a review.
    retention: { years: 3, then: destroy, source: "${mark} – règle du calendrier de conservation" }
  - key: withdrawn
    label: { fr: Demande retirée, en: Request withdrawn }
    words:
      fr: À votre demande, nous avons fermé le dossier {reference}.
      en: At your request, we have closed file {reference}.
    retention: { years: 1, then: destroy, source: "${mark} – règle du calendrier de conservation" }
${say('Un service payant dit son prix en cents; la première règle qui tient vaut :', 'A service with a fee says its price in cents; the first rule that holds counts:')}
# fee:
#   rules:
#     - cents: 2500
#       label: { fr: …, en: … }
#   payBy: [counter, cheque, online]
${say('Le téléphone demandé plus bas sert aussi à répondre : il n’est pas redemandé.', 'The phone number asked below also serves to reply: it is not asked twice.')}
reply:
  phone: phone
${say('Dit à la confirmation, sur chaque canal.', 'Told at confirmation, on each channel.')}
next:
  fr: Nous étudions votre demande et vous répondons en 10 jours ouvrables.
  en: We study your request and reply within 10 business days.
${say('Dans l’ordre où elles sont posées. Ne demandez que le nécessaire. Chacune est obligatoire sauf `required: false`.', 'In the order asked. Ask only what is needed. Each is required unless `required: false`.')}
${say('Un bloc (`use`) reprend des questions communes. Comment répondre à la personne est demandé à la fin, tout seul.', 'A block (`use`) brings in common questions. How to reply to the person is asked at the end, by itself.')}
questions:
${block(
  'applicant',
  `  - key: person
    type: person
    label: { fr: Quel est votre nom?, en: What is your name? }
    sensitivity: personal
    purpose: { fr: Pour ouvrir votre dossier à votre nom., en: To open your file in your name. }
`,
)}  - key: kind
    type: choice
    label: { fr: Que demandez-vous?, en: What are you asking for? }
    options:
      - key: first
        label: { fr: Une première demande, en: A first request }
      - key: renewal
        label: { fr: Un renouvellement, en: A renewal }
      - key: other
        label: { fr: Autre chose, en: Something else }
  ${say('`when` : posée seulement si la condition tient, sur tous les canaux.', '`when`: asked only if the condition holds, on all channels.')}
  - key: details
    type: long-text
    label: { fr: Décrivez votre demande, en: Describe your request }
    ${say('Les mots dits au téléphone, quand ceux de l’écran s’entendent mal.', 'The words said by phone, where those of the screen do not sound right.')}
    ask:
      phone:
        fr: Après le signal, décrivez votre demande en quelques phrases.
        en: After the tone, describe your request in a few sentences.
    maxLength: 1000
    when: { is: { question: kind, value: other } }
  - key: proof
    type: file
    label: { fr: Document à l’appui, en: Supporting document }
    required: false
    ${say('Un document ne passe pas par le téléphone : la personne entend comment le faire parvenir.', 'A document can’t pass by phone: the person hears how to send it.')}
    ask:
      phone:
        fr: Si vous avez un document à l’appui, vous pourrez le poster ou l’apporter au comptoir.
        en: If you have a supporting document, you can mail it or bring it to the counter.
    ${say('open, personal ou sensitive (santé, justice, identifiants). Au-dessus de open, dites pourquoi.', 'open, personal or sensitive (health, justice, identifiers). Above open, say why.')}
    sensitivity: personal
    purpose: { fr: Pour vérifier ce que vous déclarez., en: To verify what you declare. }
${block(
  'contact',
  `  - key: phone
    type: phone
    label: { fr: À quel numéro pouvons-nous vous joindre?, en: At what number can we reach you? }
    sensitivity: personal
    purpose: { fr: Pour vous joindre s’il manque un renseignement., en: To reach you if something is missing. }
`,
)}${block(
  'truth',
  `  - key: truth
    type: consent
    label: { fr: Déclaration, en: Declaration }
    statement:
      fr: Je déclare que les renseignements donnés sont exacts et complets.
      en: I declare that the information given is accurate and complete.
`,
)}`;
}
