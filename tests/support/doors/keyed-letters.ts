import { randomUUID } from 'node:crypto';
import {
  claimDueJobs,
  type DueJob,
  type FieldReading,
  type LetterReading,
  receiveBatch,
  settleBatch,
} from '@guichet/casework';
import type { Answers } from '@guichet/catalogue';
import type { LetterId } from '@guichet/kernel';
import type { TestDesk } from '../test-desk.ts';

const page = { bytes: async () => Buffer.from('a picture'), mediaType: 'image/jpeg', reasons: [] };

/** One field as the machine read it: sure unless doubts are given. */
export function readField(path: string, text: string, more: Partial<FieldReading> = {}): FieldReading {
  return {
    path,
    text,
    confidence: 0.95,
    doubts: [],
    crop: { page: 1, x: 100, y: 200, width: 600, height: 80 },
    ...more,
  };
}

/** A form of a service as the machine read it. */
export function readForm(
  service: string,
  version: number,
  answers: Record<string, unknown>,
  fields: FieldReading[],
  pages: LetterReading['pages'] = [page],
): LetterReading {
  return {
    form: { service, version, language: 'fr', serial: 'ABCDEFGH' },
    missingPages: [],
    answers,
    fields,
    pages,
  };
}

/** Puts letters in the mailroom, read as given, in one batch; gives them in order. */
export async function lettersRead(
  desk: Pick<TestDesk, 'ctx'>,
  letters: LetterReading[],
): Promise<LetterId[]> {
  const { batchId } = await receiveBatch(desk.ctx, {
    bytes: Buffer.from(`%PDF-1.7 ${randomUUID()}`),
    fileName: 'lot.pdf',
    mediaType: 'application/pdf',
    source: 'upload',
  });
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 500, async (jobs) => {
    due.push(...jobs.filter(({ job, ids }) => job === 'mailroom.read' && ids['batchId'] === batchId));
  });
  await settleBatch(desk.ctx, due[0]?.id ?? '', batchId, { kind: 'read', letters });
  const rows = await desk.ctx.sql<{ id: LetterId }[]>`
    select id from letter where batch_id = ${batchId} order by position`;
  return rows.map(({ id }) => id);
}

/** A statement of offence paid in full: its number and amount are keyed by two persons. */
export const offenceAnswers: Answers = {
  'behalf-whose': 'myself',
  wish: 'in-full',
  judged: true,
  addressee: 'individual',
  person: { given: 'Jeanne', family: 'Tremblay' },
  address: { street: '12, rue des Érables', municipality: 'Québec', province: 'QC', postalCode: 'G1R 4S9' },
  phone: '+14185550123',
  'statement-number': '123456789',
  amount: 17_500,
  truth: true,
  'reply-way': 'letter',
};
