import type { Bilingual, DeskErrorCode, Language } from '@guichet/kernel';
import { refusalOf } from './refusal.ts';

export interface ProblemContext {
  readonly requestId: string;
  readonly language: Language;
}

/** An answer of the JSON API that says what went wrong. */
export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

const titles: Record<DeskErrorCode, Bilingual> = {
  'not-found': { fr: 'Introuvable', en: 'Not found' },
  'not-allowed': { fr: 'Accès refusé', en: 'Not allowed' },
  conflict: { fr: "En conflit avec l'état actuel", en: 'In conflict with the current state' },
  invalid: { fr: 'Demande invalide', en: 'Invalid request' },
  'not-now': { fr: 'Pas maintenant, réessayez bientôt', en: 'Not now, try again soon' },
  gone: { fr: "N'existe plus", en: 'No longer exists' },
  'too-many': { fr: 'Trop de demandes', en: 'Too many requests' },
  broken: { fr: 'Erreur de notre côté', en: 'An error on our side' },
};

/**
 * Says an error as problem+json in the person's language, with the request's id and nothing internal.
 *
 * Guarantee: anything but a DeskError or a database that is away is 500 with no detail.
 * Shape: `type` names the message key that words in `pages` translate.
 * Source: RFC 9457; RFC 9110 §10.2.3 (Retry-After)
 */
export function problemJson(error: unknown, { requestId, language }: ProblemContext): Problem {
  const { error: refusal, status, headers } = refusalOf(error);
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      ...headers,
    },
    body: {
      type: `urn:guichet:problem:${refusal.publicKey}`,
      title: titles[refusal.code][language],
      status,
      code: refusal.code,
      requestId,
      ...(Object.keys(refusal.params).length > 0 ? { params: refusal.params } : {}),
    },
  };
}
