import type { Letter, LetterSuggestions, PageSpot } from '@guichet/casework';
import type { CompiledService } from '@guichet/catalogue';

/**
 * Fills in what a letter without a form says of itself where a service asks for it, each with doubt: a person confirms it.
 *
 * Guarantee: a letter of a form, and a question that nothing was found for, stay as they are.
 */
export function withSuggestions(letter: Letter, service: CompiledService): Letter {
  const { suggestions } = letter;
  if (letter.serviceCode !== null || suggestions === undefined) return letter;
  const answers = { ...letter.answers };
  const fields = [...letter.fields];
  const given = new Set<string>();
  for (const question of service.questions) {
    // The first question of a kind is about who writes; a second one may be about somebody else.
    if (
      answers[question.key] !== undefined ||
      (given.has(question.type) && !question.key.startsWith('reply-'))
    )
      continue;
    const found = foundFor(question.key, question.type, suggestions);
    if (found === undefined) continue;
    given.add(question.type);
    answers[question.key] = found.raw;
    for (const [part, text] of found.parts)
      fields.push({
        path: part === '' ? question.key : `${question.key}.${part}`,
        text,
        confidence: found.confidence,
        doubts: ['suggested'],
        crop: found.spot,
      });
  }
  return { ...letter, answers, fields };
}

interface FoundAnswer {
  raw: unknown;
  /** The controls that it fills, and with what. */
  parts: [part: string, text: string][];
  confidence: number;
  spot: PageSpot;
}

function foundFor(key: string, type: string, suggestions: LetterSuggestions): FoundAnswer | undefined {
  const [email] = suggestions.emails;
  const [phone] = suggestions.phones;
  const [name] = suggestions.names;
  const address = suggestions.addresses.at(0);
  if (type === 'email' && email) return whole(email);
  if (type === 'phone' && phone) return whole(phone);
  if (key === 'reply-name' && name) return whole(name);
  if (type === 'person' && name) {
    const [given = '', ...family] = name.value
      .replace(/^(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Dre)\s+/, '')
      .split(' ');
    return inParts(name, { given, family: family.join(' ') });
  }
  return type === 'address' && address ? inParts(address, { ...address.value }) : undefined;
}

function whole({ value, confidence, spot }: LetterSuggestions['emails'][number]): FoundAnswer {
  return { raw: value, parts: [['', value]], confidence, spot };
}

function inParts(
  { confidence, spot }: { confidence: number; spot: PageSpot },
  value: Record<string, string>,
): FoundAnswer {
  return { raw: value, parts: Object.entries(value), confidence, spot };
}
