import Pdf from 'pdfkit';
import type { Language } from '@guichet/kernel';

/** A letter as a person types it, without any form of ours. */
export interface TypedLetter {
  readonly language: Language;
  readonly paragraphs: readonly string[];
}

/** Letters that people might write, in both languages; names, places and numbers are made up. */
export const typedLetters: readonly TypedLetter[] = [
  {
    language: 'fr',
    paragraphs: [
      'Geneviève Lachance-Ouellet\n1248, rue des Érables, app. 3\nTrois-Rivières (Québec)  G8Z 2T4\n819 555-0142\ng.lachance@exemple.ca',
      'Le 12 novembre 2026',
      'Service des travaux publics\nVille de Trois-Rivières',
      'Objet : nid-de-poule dangereux devant le 1248, rue des Érables',
      'Madame, Monsieur,',
      'Je vous écris pour vous signaler un nid-de-poule profond qui s’est formé devant chez moi, à la hauteur de la borne-fontaine. Le trou mesure près de 60 centimètres et la chaussée s’affaisse autour depuis les pluies de la semaine dernière. Deux cyclistes ont déjà chuté, dont mon voisin Loïc, qui a dû se rendre à l’hôpital.',
      'J’ai téléphoné le 3 novembre, sans succès : on m’a répondu que la voirie passerait « bientôt ». Or, à ce jour, rien n’a été réparé et l’asphalte continue de se dégrader. Pourriez-vous faire colmater la rue avant le gel, ou du moins installer un cône pour prévenir les automobilistes?',
      'Je vous remercie de l’attention que vous porterez à ma demande et je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.',
      'Geneviève Lachance-Ouellet',
    ],
  },
  {
    language: 'fr',
    paragraphs: [
      'Québec, le 1er octobre 2026',
      'À l’attention du greffier',
      'Objet : demande d’accès à mon dossier\nNuméro de dossier : 481 503 2274',
      'Monsieur le greffier,',
      'En vertu de la Loi sur l’accès aux documents des organismes publics, je souhaite obtenir une copie complète du dossier que vous détenez à mon sujet, y compris les notes, les courriels échangés et les enregistrements téléphoniques depuis janvier 2024.',
      'Si certains renseignements devaient m’être refusés, veuillez m’en préciser les motifs, article par article. Je préfère recevoir la réponse par la poste, à l’adresse ci-dessous, car je n’utilise pas Internet et ma vue a beaucoup baissé cette année.',
      'Je demeure joignable au 418 555-0177, de préférence en matinée, du lundi au jeudi.',
      'Veuillez recevoir, Monsieur, l’expression de mes sentiments les meilleurs.',
      'Aïcha Benoît-Desrosiers\n55, chemin Sainte-Foy\nQuébec QC G1R 1T2',
    ],
  },
  {
    language: 'en',
    paragraphs: [
      'Margaret O’Connell\n77 Maple Avenue, Unit 12\nWestmount, QC  H3Y 1X9\n(514) 555-0123\nmargaret.oconnell@example.ca',
      'October 26, 2026',
      'To whom it may concern,',
      'Re: Street light out at the corner of Maple and Lansdowne',
      'I am writing about the street light at the corner of our street, which has been out since the storm of October 9. The corner is very dark in the evening and several of my neighbours, including an elderly gentleman with a walker, no longer feel safe crossing there.',
      'I called the city twice and was told that a crew would come within ten business days. That was more than two weeks ago. Would you please let me know when the lamp will be repaired, and whether the pole itself, which leans noticeably, will be replaced?',
      'You can reach me by telephone after 5 p.m., or by e-mail at any time. Thank you for your help.',
      'Sincerely,',
      'Margaret O’Connell',
    ],
  },
  {
    language: 'fr',
    paragraphs: [
      'Le 4 septembre 2026',
      'Bonjour,',
      'Mon chien Réglisse a eu deux ans en août et je n’ai jamais reçu l’avis de renouvellement de sa licence. Il s’agit d’un berger mâle, noir et feu, stérilisé, qui porte la médaille 20458. Nous avons déménagé au printemps : l’ancienne adresse était le 310, boulevard Pie-IX, et la nouvelle est le 16, place du Marché.',
      'Pouvez-vous m’envoyer le formulaire et m’indiquer combien il en coûte? J’inclus une photocopie du carnet de vaccination, au cas où vous en auriez besoin. Je peux payer par chèque ou en argent, au comptoir.',
      'Merci beaucoup et bonne journée!',
      'François Gagné\n16, place du Marché\nSaint-Hyacinthe (Québec) J2S 4Z7\nTél. : 450 555-0198',
    ],
  },
  {
    language: 'en',
    paragraphs: [
      'November 2, 2026',
      'Dear Sir or Madam,',
      'My mother, who is 84 and lives alone, can no longer take the bus since she broke her hip in June. Her doctor told us that the city offers adapted transit for people with reduced mobility and that she could be admitted for the winter.',
      'Please send us the application form in large print and tell us which medical certificate is needed. She speaks English and French, but prefers to read in English. Her file number with you, if that helps, is 730-118-4465.',
      'We look forward to hearing from you soon and thank you in advance.',
      'Yours truly,',
      'Denise Kowalczyk\n402 Birch Street\nGatineau, Quebec J8X 3K1\n819-555-0160',
    ],
  },
  {
    language: 'fr',
    paragraphs: [
      'Objet : plainte de bruit, 2280, avenue De Lorimier',
      'À qui de droit,',
      'Depuis le 15 août, le restaurant qui occupe le rez-de-chaussée laisse tourner sa hotte toute la nuit. Le ronflement s’entend dans les chambres de nos trois enfants, malgré les fenêtres fermées, et cesse rarement avant 4 h du matin. Nous en avons parlé au gérant à plusieurs reprises; il prétend que l’appareil est conforme.',
      'Nous demandons qu’un inspecteur vienne mesurer le niveau sonore un soir de fin de semaine, entre 22 h et 2 h, et qu’il nous communique le résultat par écrit. Voici le numéro où nous joindre : 514 555-0109. Notre courriel est famille.ngô@exemple.org, mais nous le consultons peu.',
      'Espérant une intervention rapide, nous vous offrons nos sincères salutations.',
      'Hélène Ngô et Étienne Paquet\n2282, avenue De Lorimier\nMontréal (Québec)  H2K 3X1',
    ],
  },
];

export const letterFonts = ['Times-Roman', 'Helvetica', 'Courier'] as const;
export type LetterFont = (typeof letterFonts)[number];

/** Types a letter on Letter paper. Unit: size in points. */
export async function typeLetter(letter: TypedLetter, font: LetterFont, size = 11.5): Promise<Buffer> {
  const doc = new Pdf({ size: 'letter', margins: { top: 72, bottom: 72, left: 80, right: 80 } });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
  doc.font(font).fontSize(size);
  for (const paragraph of letter.paragraphs) doc.text(paragraph, { lineGap: 2 }).moveDown(0.9);
  doc.end();
  return done;
}
