import type { Language } from '@guichet/kernel';
import { phrases } from './phrases.ts';
import type { Fillers } from './spoken-words.ts';

const common: Record<Language, readonly string[]> = {
  fr: phrases(`
    euh, heu, hum, bon, ben, bien, alors, donc, voila, tiens, la, bonjour, merci, svp
    s il vous plait, s il te plait, madame, monsieur, la la, c est, c est le, c est la, ca, ce sera
    ce serait, ca serait, ca va etre, est, le, les, mon, ma, notre, je pense, je crois, je dirais
    je dis, disons, mettez, inscrivez, j ai dit, on va dire
  `),
  en: phrases(`
    uh, um, er, well, so, hi, hello, thanks, thank you, please, it is, it s, that is, that s
    it would be, it will be, is, the, my, our, i think, i believe, i would say, i d say, let s say
    put, make it, i said
  `),
};

const first = new Set(['oui', 'ouais', 'ok', 'yes', 'yeah', 'okay']);

/** Words of politeness and hesitation that change nothing of a number or a date, with those of one kind of answer. */
export function fillersOf(language: Language, own: readonly string[] = []): Fillers {
  return { anywhere: new Set([...common[language], ...own]), first };
}
