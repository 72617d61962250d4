/** What the one-letter keys of the desk do, in the order of their help, each with the key that does it until another is chosen. */
export const usualLetters = {
  down: 'j',
  up: 'k',
  open: 'o',
  choose: 'x',
  take: 'a',
  assign: 'c',
  reply: 'r',
  closeNext: 'e',
  undo: 'z',
  next: 'n',
  previous: 'p',
  search: '/',
  palette: 'g',
  quick: 'q',
  turn: 't',
  larger: '+',
  smaller: '-',
  help: '?',
} as const satisfies Readonly<Record<string, string>>;

export type DeskAct = keyof typeof usualLetters;

/** The key of each act, one character as `KeyboardEvent.key` gives it; empty where an act has none. */
export type LetterKeys = Readonly<Record<DeskAct, string>>;

export const deskActs = Object.keys(usualLetters) as DeskAct[];
