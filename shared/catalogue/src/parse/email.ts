import type { QuestionOf } from '../definition.ts';
import { cleanLine } from './clean-text.ts';
import { bad, good, type Reader } from './parsed.ts';

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * Reads an e-mail address; the domain in lower case (and in ASCII where it has accents), the rest as written.
 *
 * Source: RFC 5321 §4.1.2, §4.5.3.1 (lengths), without quoted local parts, which no provider gives out
 */
export function emailReader(question: QuestionOf<'email'>): Reader {
  return (raw) => {
    if (typeof raw !== 'string') return bad(question.key, 'wrong-type');
    const email = raw.length > 400 ? undefined : readEmail(cleanLine(raw) ?? '');
    return email === undefined ? bad(question.key, 'bad-email') : good(email);
  };
}

function readEmail(text: string): string | undefined {
  const bare = text.replace(/^(?:mailto:|<)/i, '').replace(/>$/, '');
  const at = bare.lastIndexOf('@');
  const name = bare.slice(0, at);
  if (at < 1 || name.length > 64 || !local.test(name)) return undefined;
  const host = asciiHost(bare.slice(at + 1));
  if (host === undefined || !domain.test(host)) return undefined;
  const email = `${name}@${host}`;
  return email.length > 254 ? undefined : email;
}

function asciiHost(host: string): string | undefined {
  if (/^[\x21-\x7e]+$/.test(host)) return host.toLowerCase();
  return /^[\p{L}\p{M}\p{N}.-]+$/u.test(host) ? hostOf(host) : undefined;
}

function hostOf(host: string): string | undefined {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;
}
