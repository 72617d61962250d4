import { batchBytesMax } from '@guichet/casework';

/** Unit: megabytes. */
const most = batchBytesMax / 1024 / 1024;

/** Why a file or a message is not taken, as the sender or whoever looks after the scanner reads it: French, then English. */
const said: Readonly<Record<string, readonly [french: string, english: string]>> = {
  'batch-empty': ['Ce fichier est vide.', 'This file is empty.'],
  'batch-too-large': [
    `Ce fichier est trop volumineux : ${most}\u00a0Mo au maximum. Divisez-le en plusieurs fichiers.`,
    `This file is too large: ${most} MB at most. Split it into several files.`,
  ],
  'file-unreadable': [
    'Ce fichier ne peut pas être ouvert : donnez à Guichet le droit de le lire. Le fichier est resté à sa place.',
    'This file can’t be opened: give Guichet permission to read it. The file was left in place.',
  ],
  'file-not-moved': [
    'Ce fichier a été examiné, mais il ne peut pas être rangé : donnez à Guichet le droit d’écrire dans ce dossier. Le fichier est resté à sa place.',
    'This file was looked at, but can’t be put away: give Guichet permission to write in this folder. The file was left in place.',
  ],
  'file-not-taken': [
    'Ce fichier n’a pas pu être pris. Il est resté à sa place, et un nouvel essai se fera de lui-même.',
    'This file could not be taken. It was left in place, and will be tried again by itself.',
  ],
  'batch-otherwise': [
    'Ce fichier avait déjà été reçu autrement : comme courrier ordinaire, ou comme courrier retourné pour un autre motif. Rien n’a changé. Numérisez la pile de nouveau pour la traiter comme l’indique ce dossier.',
    'This file was received before as something else: as ordinary mail, or as mail returned for another reason. Nothing was changed. Scan the pile again to have it handled as this folder says.',
  ],
  'file-empty': ['Une pièce jointe est vide.', 'An attachment is empty.'],
  'file-type': [
    'Une pièce jointe n’est ni un PDF, ni une image JPEG, PNG ou TIFF. Envoyez-la dans un de ces formats.',
    'An attachment is neither a PDF nor a JPEG, PNG or TIFF picture. Send it in one of these formats.',
  ],
  'file-encrypted': [
    'Une pièce jointe est protégée par un mot de passe. Envoyez-la sans protection.',
    'An attachment is protected by a password. Send it without protection.',
  ],
  'no-attachment': [
    'Ce message n’a aucune pièce jointe en PDF, JPEG, PNG ou TIFF. Rien n’a été gardé.',
    'This message has no attachment in PDF, JPEG, PNG or TIFF. Nothing was kept.',
  ],
  'message-too-large': ['Ce message est trop volumineux.', 'This message is too large.'],
  'unknown-recipient': [
    'Cette adresse ne reçoit pas de courrier numérisé.',
    'This address takes no scanned mail.',
  ],
  later: [
    'Le message ne peut pas être gardé pour l’instant. Essayez de nouveau plus tard.',
    'The message can’t be kept for now. Try again later.',
  ],
};

/** For a reason that has no words here: a key says nothing to a person. */
const unknown = [
  'L’envoi n’a pas pu être traité. Rien n’a été gardé.',
  'What was sent could not be processed. Nothing was kept.',
] as const;

/** Says a refusal in both languages, each on a line. */
export function refusalNote(key: string): string {
  return `${refusalLines(key).join('\n')}\n`;
}

/** The same, one line each. */
export function refusalLines(key: string): readonly [string, string] {
  const [french, english] = said[key] ?? unknown;
  return [french, english];
}
