import type { Letter } from '@guichet/casework';
import type { AnswerTyped } from './set-aside-typed.ts';

/** Fills in who wrote a letter, as it says itself; whether and how we answer is for a person to choose. */
export function suggestedRecipient({
  suggestions,
}: Pick<Letter, 'suggestions'>): Pick<AnswerTyped, 'language' | 'email' | 'name' | 'address'> {
  const address = suggestions?.addresses.at(0)?.value;
  return {
    language: suggestions?.language ?? 'fr',
    email: suggestions?.emails.at(0)?.value ?? '',
    name: suggestions?.names.at(0)?.value ?? '',
    address: address
      ? [
          [address.street, address.unit].filter(Boolean).join(', '),
          `${address.municipality} ${address.province}  ${address.postalCode}`,
        ].join('\n')
      : '',
  };
}
