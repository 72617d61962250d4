import type { Bilingual } from '@guichet/kernel';

/** What is wrong with a YAML text, and what to do about it. */
export interface YamlWords {
  message: Bilingual;
  suggestion?: Bilingual;
}

const quote: Bilingual = {
  fr: 'mettez le texte entre guillemets droits, ou ajustez l’alinéa',
  en: 'put the text in quotes, or mend the indent',
};
const space: Bilingual = {
  fr: 'alignez la ligne sur ses voisines',
  en: 'align the line with its neighbours',
};

const known: Record<string, YamlWords> = {
  TAB_AS_INDENT: {
    message: {
      fr: 'l’alinéa doit être fait d’espaces, non de tabulations',
      en: 'indent with spaces, not tabs',
    },
  },
  BAD_INDENT: {
    message: { fr: 'l’alinéa ne suit pas celui du bloc', en: 'the indent does not follow that of its block' },
    suggestion: space,
  },
  MULTIPLE_DOCS: {
    message: { fr: 'un seul document par fichier', en: 'one document a file' },
    suggestion: { fr: 'retirez ce qui suit `---`', en: 'take out what follows `---`' },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: { fr: 'une clé suit une autre sur la même ligne', en: 'a key follows another on the same line' },
    suggestion: quote,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: { fr: 'une clé doit tenir sur une ligne', en: 'a key must stand on one line' },
    suggestion: quote,
  },
  MISSING_CHAR: {
    message: {
      fr: 'un signe manque ici\u00a0: deux-points, virgule, guillemet ou crochet',
      en: 'a sign is missing here: colon, comma, quote or bracket',
    },
    suggestion: quote,
  },
  UNEXPECTED_TOKEN: {
    message: { fr: 'ce signe n’a pas sa place ici', en: 'this sign has no place here' },
    suggestion: quote,
  },
  BAD_SCALAR_START: {
    message: { fr: 'un texte ne commence pas par ce signe', en: 'a text does not start with this sign' },
    suggestion: quote,
  },
};

/** Says what the reader of YAML found, in its own words only where we have none. */
export function yamlWords(code: string, said: string): YamlWords {
  if (Object.hasOwn(known, code) && known[code]) return known[code];
  return {
    message: { fr: `le YAML ne se lit pas ici (${said})`, en: `the YAML can’t be read here (${said})` },
  };
}
