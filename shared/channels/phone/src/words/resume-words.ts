import type { Language } from '@guichet/kernel';

/** What the line says of a request that goes on later, came from another door, or is followed by documents. */
interface ResumeWords {
  draftProof: string;
  noSuchCode: string;
  goingOn(service: string): string;
  alreadySent: string;
  notByPhone: string;
  goOnLater: string;
  finishLater: string;
  keepFailed: string;
  kept: string;
  keptNumber(digits: string): string;
  keptCode(digits: string): string;
  keptAgain(number: string, code: string): string;
  keptHow(until: string): string;
  keptKeys(text: boolean, back: boolean): string;
  textKept: string;
  /** `digits`: of the number that texts come from, where it is told. */
  textRefused(digits: string | undefined): string;
  textNotAllowed: string;
  textFailed: string;
  /** On the envelope of what follows by post. */
  toPost(documents: string, digits: string): string;
  postTo(address: string): string;
}

const fr: ResumeWords = {
  draftProof: 'Maintenant, composez votre code de reprise, de six chiffres, puis le carré.',
  noSuchCode: 'Il faut six chiffres pour un code de reprise.',
  goingOn: (service) => `${service}. Vos réponses sont conservées; nous continuons.`,
  alreadySent:
    'Cette demande est déjà envoyée. Pour savoir où elle en est, il faut le numéro de référence donné à ce moment-là.',
  notByPhone:
    'Cette demande ne peut pas se continuer par téléphone. Vous pouvez la continuer par Internet, avec le même numéro et le même code, ou faire le 0 pour parler à une personne.',
  goOnLater: 'Pour continuer plus tard, au téléphone ou par Internet, faites le 4.',
  finishLater: 'Pour finir plus tard, faites le 3.',
  keepFailed:
    'Désolé, notre système ne répond pas : nous ne pouvons pas vous donner de numéro en ce moment. Vos réponses sont conservées.',
  kept: 'Vos réponses sont conservées, mais votre demande n’est pas encore envoyée. Prenez de quoi écrire.',
  keptNumber: (digits) => `Votre numéro de reprise est le : ${digits}.`,
  keptCode: (digits) => `Votre code de reprise est le : ${digits}.`,
  keptAgain: (number, code) => `Je répète. Le numéro : ${number}. Le code : ${code}.`,
  keptHow: (until) =>
    `Pour continuer, rappelez-nous et choisissez une demande commencée ou déjà faite, ou allez sur notre site, au plus tard le ${until}.`,
  keptKeys: (text, back) =>
    `Pour réentendre, faites le 1. ${text ? 'Pour recevoir par texto le lien du site, faites le 2. ' : ''}${back ? 'Pour revenir à vos questions, faites le 3. ' : ''}Sinon, vous pouvez raccrocher.`,
  textKept: 'C’est noté, nous vous envoyons le lien par texto. Le code n’y sera pas : gardez-le.',
  textRefused: (digits) =>
    `Ce téléphone a demandé de ne plus recevoir de textos de notre part. Pour en recevoir de nouveau, ${digits === undefined ? 'répondez le mot DÉBUT à un texto que vous avez reçu de nous' : `envoyez par texto le mot DÉBUT au ${digits}, le numéro d’où viennent nos textos`}.`,
  textNotAllowed: 'Nous n’envoyons pas de textos à un numéro comme celui de ce téléphone.',
  textFailed: 'Désolé, nous ne pouvons pas envoyer de texto en ce moment.',
  toPost: (documents, digits) =>
    `À envoyer par la poste : ${documents}. Sur l’enveloppe et sur chaque document, écrivez votre numéro de référence : ${digits}.`,
  postTo: (address) => `L’adresse est : ${address}.`,
};

const en: ResumeWords = {
  draftProof: 'Now, key your resume code, of six digits, then press pound.',
  noSuchCode: 'A resume code has six digits.',
  goingOn: (service) => `${service}. Your answers are kept; let us go on.`,
  alreadySent:
    'This request is already sent. To know where it stands, use the reference number that was given at that time.',
  notByPhone:
    'This request can’t go on by phone. You can go on online, with the same number and the same code, or press 0 to speak to someone.',
  goOnLater: 'To go on later, by phone or online, press 4.',
  finishLater: 'To finish later, press 3.',
  keepFailed:
    'Sorry, our system is not responding: we can’t give you a number right now. Your answers are kept.',
  kept: 'Your answers are kept, but your request has not been sent yet. Please take something to write with.',
  keptNumber: (digits) => `Your resume number is: ${digits}.`,
  keptCode: (digits) => `Your resume code is: ${digits}.`,
  keptAgain: (number, code) => `Again. The number: ${number}. The code: ${code}.`,
  keptHow: (until) =>
    `To go on, call us again and choose a request you started or already made, or go to our website, by ${until}.`,
  keptKeys: (text, back) =>
    `To hear this again, press 1. ${text ? 'To get the link to the website by text message, press 2. ' : ''}${back ? 'To go back to your questions, press 3. ' : ''}Otherwise, you may hang up.`,
  textKept: 'It is noted, we are sending you the link by text message. The code will not be in it: keep it.',
  textRefused: (digits) =>
    `This phone asked for no more text messages from us. To get them again, ${digits === undefined ? 'reply with the word START to a text message you got from us' : `text the word START to ${digits}, the number our text messages come from`}.`,
  textNotAllowed: 'We do not send text messages to a number like the one of this phone.',
  textFailed: 'Sorry, we can’t send a text message right now.',
  toPost: (documents, digits) =>
    `To send by mail: ${documents}. On the envelope and on each document, write your reference number: ${digits}.`,
  postTo: (address) => `The address is: ${address}.`,
};

/** Gives the words of going on later and elsewhere. */
export function resumeWords(language: Language): ResumeWords {
  return language === 'fr' ? fr : en;
}
