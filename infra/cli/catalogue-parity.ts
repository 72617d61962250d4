import { join } from 'node:path';
import { type ParityRow, parityTable } from '@guichet/catalogue';
import { loadCatalogue } from '@guichet/catalogue/load';
import { type Channel, channels, type Language } from '@guichet/kernel';
import { printProblems } from './print-problems.ts';

const said = {
  fr: {
    service: 'service',
    channels: { web: 'Internet', phone: 'téléphone', mail: 'poste', counter: 'comptoir' },
    yes: 'oui',
    no: 'NON',
    questions: 'questions',
    recorded: 'enregistrées',
    documents: 'documents',
    prompts: 'échanges',
    counted: (offered: number, possible: number, exceptions: number) =>
      `${offered} portes ouvertes sur ${possible}; exceptions : ${exceptions}.`,
    onPhone: 'Au téléphone :',
    legend: [
      'enregistrées : réponses dites au téléphone et transcrites',
      'documents : à poster ou à présenter',
      'échanges : estimés, du premier mot au numéro de référence',
    ],
  },
  en: {
    service: 'service',
    channels: { web: 'web', phone: 'phone', mail: 'mail', counter: 'counter' },
    yes: 'yes',
    no: 'NO',
    questions: 'questions',
    recorded: 'recorded',
    documents: 'documents',
    prompts: 'prompts',
    counted: (offered: number, possible: number, exceptions: number) =>
      `${offered} doors open out of ${possible}; exceptions: ${exceptions}.`,
    onPhone: 'By telephone:',
    legend: [
      'recorded: answers said by phone and typed by a person',
      'documents: to mail or show',
      'prompts: estimated, from the first word to the reference number',
    ],
  },
};

/**
 * Prints the services in force against the four doors, each exception with its reason, and what each asks by telephone.
 *
 * Shape: the exit code: 1 when a file of the catalogue can't be served, 0 otherwise
 */
export function catalogueParity(dir: string, language: Language): number {
  const catalogue = loadCatalogue(dir);
  printProblems(
    catalogue.problems.map((problem) => ({ ...problem, file: join(dir, problem.file) })),
    language,
  );
  const words = said[language];
  const { rows, exceptions, offered, possible } = parityTable(catalogue);
  if (rows.length === 0) return 1;
  const head = [
    words.service,
    ...channels.map((channel) => words.channels[channel]),
    words.questions,
    words.recorded,
    words.documents,
    words.prompts,
  ];
  for (const line of inColumns([head, ...rows.map((row) => cells(row, language))])) console.log(line);
  console.log(`\n${words.counted(offered, possible, exceptions.length)}`);
  for (const { code, channel, why } of exceptions)
    console.log(`  • ${code}, ${words.channels[channel]} – ${why[language]}`);
  for (const line of ['', words.onPhone, ...words.legend.map((one) => `  ${one}`)]) console.log(line);
  return catalogue.problems.length > 0 ? 1 : 0;
}

function cells({ code, exceptions, questions, phone }: ParityRow, language: Language): string[] {
  const words = said[language];
  const door = (channel: Channel): string => (exceptions[channel] === undefined ? words.yes : words.no);
  const counts =
    phone === undefined
      ? ['–', '–', '–']
      : [phone.recorded, phone.documents.length, `${phone.prompts.least}–${phone.prompts.most}`];
  return [code, ...channels.map(door), ...[questions, ...counts].map(String)];
}

/** Figures stand under one another by their last digit. */
const figuresFrom = 1 + channels.length;

function inColumns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const padded = (cell: string, at: number): string =>
    at < figuresFrom ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return rows.map((row) => row.map(padded).join('  ').trimEnd());
}
