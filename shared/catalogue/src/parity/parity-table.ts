import { type Bilingual, type Channel, channels } from '@guichet/kernel';
import type { Catalogue } from '../catalogue.ts';
import type { CompiledService } from '../compiled.ts';
import type { MemberQuestion, Question } from '../definition.ts';
import { recordable } from '../parse/pending.ts';
import { estimatePrompts, type PromptSpan } from './estimate-prompts.ts';

/** A door by which a service is not had, and why. */
export interface ParityException {
  code: string;
  name: Bilingual;
  channel: Channel;
  why: Bilingual;
}

/** What a service asks of a person who telephones. */
export interface PhoneParity {
  /** Questions answered by a recording that a person types: what keys can't write. */
  recorded: number;
  /** Documents that can't pass by telephone, and follow by post or at a counter. */
  documents: Bilingual[];
  prompts: PromptSpan;
}

export interface ParityRow {
  code: string;
  version: number;
  name: Bilingual;
  /** Absent where the service is had by that door. */
  exceptions: Partial<Record<Channel, Bilingual>>;
  /** Questions that hold an answer, members of lists and how to reply included. */
  questions: number;
  /** Absent where the service is not had by telephone. */
  phone?: PhoneParity;
}

/** The services in force, door by door. */
export interface ParityTable {
  rows: ParityRow[];
  exceptions: ParityException[];
  /** Doors by which services are had, of all there could be. */
  offered: number;
  possible: number;
}

/**
 * Holds the services in force against the four doors: each exception with its reason, and what each asks by telephone.
 *
 * Guarantee: pure; every exception stated in a definition is in it, and counted.
 */
export function parityTable({ services }: Pick<Catalogue, 'services'>): ParityTable {
  const rows = services.map(rowOf);
  const exceptions = rows.flatMap(({ code, name, exceptions: stated }) =>
    channels.flatMap((channel): ParityException[] => {
      const why = stated[channel];
      return why === undefined ? [] : [{ code, name, channel, why }];
    }),
  );
  const possible = rows.length * channels.length;
  return { rows, exceptions, offered: possible - exceptions.length, possible };
}

function rowOf(service: CompiledService): ParityRow {
  const { code, version, name, channels: stated } = service.definition;
  const asked = service.questions
    .flatMap((question): (Question | MemberQuestion)[] =>
      question.type === 'group' ? question.questions : [question],
    )
    .filter(({ type }) => type !== 'information');
  const exceptions = Object.fromEntries(
    channels.flatMap((channel) => {
      const why = stated[channel]?.except;
      return why === undefined ? [] : [[channel, why] as const];
    }),
  );
  const row = { code, version, name, exceptions, questions: asked.length };
  if (stated.phone !== undefined) return row;
  const spoken = asked.filter(
    (question) =>
      recordable.has(question.type) ||
      (question.type === 'identifier' && question.alphabet === 'alphanumeric'),
  );
  const documents = asked.filter(({ type }) => type === 'file').map(({ label }) => label);
  return { ...row, phone: { recorded: spoken.length, documents, prompts: estimatePrompts(service) } };
}
