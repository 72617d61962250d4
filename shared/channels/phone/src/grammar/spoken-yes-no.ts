import { phrases } from './phrases.ts';
import { plainWords } from './plain-words.ts';

/** They say neither yes nor no, whatever else they hold: "je sais pas" is no refusal. */
const unsure = new Set(
  phrases(`
    sais pas, sait pas, pas sur, pas sure, pas certain, pas certaine, peut etre, ca depend, depend
    probablement, compris, comprends, comprend, entendu, entends, repeter, repetez, repete, pardon
    comment, quoi, hein, pas de probleme, pas de trouble, pourquoi, plus ou moins, idee, attendez
    attends, un instant, minute, minutes, excusez, pas non, sans doute, presque, repondre
    oui et non, ni, n importe, moitie, question, des fois, parfois, don t know, do not know
    not sure, maybe, perhaps, depends, sorry, what, repeat, no problem, why, no idea, hold on, wait
    one moment, not certain, guess, probably, uh huh, uh uh, mm hmm, kind of, sort of, yes and no
    understand, hear, answer, sometimes, say no, say that again, if, si
    pas faux, pas incorrect, pas inexact, pas une erreur, pas mauvais, not wrong, not incorrect
    not false, n est ce pas, isn t it
  `),
);
const no = new Set(
  phrases(`
    non, nan, nenni, pas, pas du tout, pantoute, pas pantoute, absolument pas, certainement pas
    surement pas, vraiment pas, surtout pas, jamais, aucunement, negatif, faux, incorrect, inexact
    bien sur que non, mais non, oh que non, que non, evidemment pas, non merci, pas ca, pas correct
    pas exact, pas bon, pas vrai, pas d accord, pas ok, pas exactement, pas tout a fait
    pas vraiment, pas encore, erreur, c est pas ca, no, i do not, i don t, nope, nah, not, never, negative, wrong
    incorrect, not right, not correct, not true, not really, absolutely not, definitely not
    certainly not, of course not, no way, don t, do not, isn t, is not, not it, not exactly, not ok
    not at all, not yet, that s not it, that is not it, that s not right, that is not right
    not that
  `),
);
const yes = new Set(
  phrases(`
    oui, ouais, ouin, ouaip, mets en, certain, certainement, exact, exactement, correct, c est ca
    c est bon, c est bien ca, c est en plein ca, en plein ca, d accord, daccord, ok, okay, parfait
    absolument, tout a fait, bien sur, bien sur que oui, en effet, effectivement, affirmatif
    evidemment, vrai, que oui, j accepte, je confirme, c est beau, ca marche, c est sur, ben sur
    definitivement, je le confirme, c est correct, c est juste, yes, yeah, yep, yup, sure, right
    that s it, that is it, that s right, you bet, of course, absolutely, definitely, exactly, indeed
    certainly, true, affirmative, that is right, i agree, i accept, i confirm, i do
  `),
);
/** Words that change nothing of a yes or a no. */
const fillers = new Set(
  phrases(`
    euh, heu, hum, ben, bien, bon, mais, oh, ah, la, alors, c est, est, ce, n, ne, ca, merci, madame
    monsieur, s il vous plait, svp, je pense que, je crois que, je pense, je crois, je dis, j, je
    vraiment, toujours, tres, ma, bonjour, il, elle, on, de, moi, voila, ecoutez, et, uh
    um, well, but, oh, it s, it is, that s, that is, thank you, thanks, please, i think so, i think
    i believe so, sir, ma am, all, the, that, it, is, s, and, a, you, quite, totally, very much
  `),
);

export interface HeardYesNo {
  yes: boolean;
  /** Nothing else was said: it may stand without being read back. */
  plain: boolean;
}

/**
 * Reads a yes or no out of what was said; undefined when it is neither, both, or unsure.
 *
 * Guarantee: a negation takes the yes that follows it, so that "c'est pas correct" is never a yes; "oui, mais pas ça" is neither.
 */
export function heardYesNo(text: string): HeardYesNo | undefined {
  const words = plainWords(text).split(' ');
  if (words.some((_, at) => phraseAt(words, at, [unsure]) !== undefined)) return undefined;
  let heard: boolean | undefined;
  let plain = true;
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at, [no, yes, fillers]);
    if (found === undefined) plain = false;
    at += found?.length ?? 1;
    // "Oui, mais…": what follows was cut, and may take it back.
    if (heard !== undefined && found !== undefined && reserving.has(found.phrase)) return undefined;
    if (found === undefined || found.set === fillers) continue;
    const said = found.set === yes;
    if (heard !== undefined && heard !== said) return undefined;
    heard = said;
    // "Pas vraiment correct", "not quite right": what is denied is no yes.
    if (!said && denying.has(found.phrase)) at += deniedAt(words, at);
  }
  return heard === undefined ? undefined : { yes: heard, plain };
}

/** Reads a plain yes or no; undefined as well when other things were said with it. */
export function spokenYesNo(text: string): boolean | undefined {
  const heard = heardYesNo(text);
  return heard?.plain === true ? heard.yes : undefined;
}

const reserving = new Set(['mais', 'but']);

const denying = new Set(['pas', 'not', 'don t', 'do not', 'is not', 'isn t']);

/** The longest phrase known that starts at a word, and the set that knows it. */
function phraseAt(
  words: readonly string[],
  at: number,
  sets: readonly ReadonlySet<string>[],
): { set: ReadonlySet<string>; length: number; phrase: string } | undefined {
  for (let length = Math.min(5, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).join(' ');
    const set = sets.find((known) => known.has(phrase));
    if (set !== undefined) return { set, length, phrase };
  }
  return undefined;
}

/** How many words a denial takes with it: the yes that follows it, one small word between them or none. */
function deniedAt(words: readonly string[], at: number): number {
  const next = phraseAt(words, at, [no, yes, fillers]);
  if (next?.set === yes) return next.length;
  if (next?.set !== fillers) return 0;
  const after = phraseAt(words, at + next.length, [no, yes, fillers]);
  return after?.set === yes ? next.length + after.length : 0;
}

/** Words the recogniser should expect for a yes or no. */
export const yesNoHints = {
  fr: ['oui', 'non', 'ouais', "c'est ça", 'exact'],
  en: ['yes', 'no', 'yeah', 'that is right', 'correct'],
} as const;
