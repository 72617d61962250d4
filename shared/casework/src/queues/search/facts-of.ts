import {
  type Answers,
  type AnswerValue,
  type CompiledService,
  isAddress,
  isEntries,
  isPerson,
  isPlace,
  replyKeys,
} from '@guichet/catalogue';

/** A piece of an answer by which its case may be found. */
export interface Fact {
  question: string;
  kind: 'text' | 'name' | 'phone' | 'email' | 'postal-code';
  /** As it was answered. */
  text: string;
  isOpen: boolean;
}

/** Of a text answer longer than this only the beginning is found. Unit: characters. */
const textMax = 2_000;

/**
 * Lists by what a case may be found: what people wrote and how they are reached.
 *
 * Guarantee: nothing of a sensitive answer, nor of one whose sensitivity is not known; no choice, amount or date.
 */
export function factsOf(service: CompiledService, answers: Answers): Fact[] {
  // A name that stands as a text, since that is all a letter needs.
  const names = [replyKeys.name, service.definition.reply.name];
  return Object.entries(answers).flatMap(([key, value]): Fact[] => {
    const sensitivity = service.sensitivityOf.get(key) ?? 'sensitive';
    const question = service.question(key);
    if (sensitivity === 'sensitive' || !question) return [];
    const facts =
      question.type === 'group' && isEntries(value)
        ? value.flatMap((entry) =>
            question.questions.flatMap((member) => factsIn(member.type, entry[member.key])),
          )
        : factsIn(question.type, value);
    return facts.map(({ kind, text }) => ({
      question: key,
      kind: kind === 'text' && names.includes(key) ? 'name' : kind,
      text,
      isOpen: sensitivity === 'open',
    }));
  });
}

type Piece = Pick<Fact, 'kind' | 'text'>;

function factsIn(type: string, value: AnswerValue | undefined): Piece[] {
  if (type === 'person' && isPerson(value)) return [{ kind: 'name', text: `${value.given} ${value.family}` }];
  if (type === 'address' && isAddress(value))
    return [
      { kind: 'name', text: `${value.street} ${value.municipality}` },
      { kind: 'postal-code', text: value.postalCode },
    ];
  if (type === 'place' && isPlace(value)) return [{ kind: 'name', text: value.text }];
  if (typeof value !== 'string') return [];
  if (type === 'phone') return [{ kind: 'phone', text: value }];
  if (type === 'email') return [{ kind: 'email', text: value }];
  return type === 'text' || type === 'long-text' || type === 'identifier'
    ? [{ kind: 'text', text: value.slice(0, textMax) }]
    : [];
}
