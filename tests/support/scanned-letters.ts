import {
  claimDueJobs,
  type DeskContext,
  type DueJob,
  type LetterReading,
  listLetters,
  settleBatch,
} from '@guichet/casework';
import { type PageLine, suggest } from '@guichet/channels/mail';
import { type BatchId, newId } from '@guichet/kernel';
import type { DeskVisitor } from './desk-visitor.ts';
import type { TestDesk } from './test-desk.ts';

/** A page as read, ten pixels a character. */
function pageOf(text: string): PageLine[] {
  return text.split('\n').map((line, row) => {
    let x = 100;
    const words = line.split(' ').map((word) => {
      const box = { text: word, confidence: 0.9, x, y: 100 + row * 60, width: word.length * 10, height: 30 };
      x += (word.length + 1) * 10;
      return box;
    });
    return { paragraph: row, words };
  });
}

/** Gives a letter without a form as a machine read it, a text a page. */
export function letterOf(...texts: string[]): LetterReading {
  const text = texts.map(pageOf);
  return {
    form: undefined,
    missingPages: [],
    answers: {},
    fields: [],
    text,
    sizes: text.map(() => ({ width: 2550, height: 3300 })),
    suggestions: suggest(text, '2026-11-24'),
    pages: texts.map((one, at) => ({
      bytes: Buffer.from(`picture of ${one}`),
      mediaType: 'image/jpeg',
      reasons: [],
      place: at + 1,
    })),
  };
}

export interface ReceivingDesk {
  desk: TestDesk;
  /** Who sees the letters. */
  clerk: DeskContext;
  /** Signed in as that person. */
  visitor: DeskVisitor;
}

/** Has a batch read as these letters; gives the address of each. */
export async function receiveLetters(
  { desk, clerk, visitor }: ReceivingDesk,
  letters: LetterReading[],
): Promise<string[]> {
  const before = new Set((await listLetters(clerk)).map(({ id }) => id));
  await visitor.get('/mailroom');
  const name = newId();
  await visitor.send('/mailroom/batches', { file: new File([`%PDF-1.7 ${name}`], `lot-${name}.pdf`) });
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  const [job] = due;
  if (!job) throw new Error('no reading was staged');
  await settleBatch(desk.ctx, job.id, job.ids['batchId'] as BatchId, { kind: 'read', letters });
  return (await listLetters(clerk))
    .filter(({ id }) => !before.has(id))
    .map(({ id }) => `/mailroom/letters/${id}`);
}

/** Asks for the licence of a dog, without its name. */
export const dogLetter = [
  'Le 4 septembre 2026',
  'Bonjour, mon chien Réglisse a besoin d’un permis pour la rue.',
  'Son ancien permis de chien est échu.',
  'Mes salutations',
  'François Gagné',
  '16, place du Marché',
  'Saint-Hyacinthe (Québec) J2S 4Z7',
  'Tél. : 450 555-0198',
  'f.gagne@exemple.ca',
].join('\n');
