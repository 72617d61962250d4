import { typesetWords } from './typeset-words.ts';
import { appointments } from './words/appointments.fr.ts';
import { board } from './words/board.fr.ts';
import { desk } from './words/desk.fr.ts';
import { errors } from './words/errors.fr.ts';
import { field } from './words/field.fr.ts';
import { frame } from './words/frame.fr.ts';
import { go } from './words/go.fr.ts';
import { walk } from './words/public.fr.ts';
import { queue } from './words/queue.fr.ts';
import { stations } from './words/stations.fr.ts';
import { work } from './words/work.fr.ts';

/** The product's words in the French of Québec; they decide which keys there are. */
export const french = typesetWords({
  frame,
  field,
  walk,
  errors,
  desk,
  queue,
  stations,
  work,
  appointments,
  go,
  board,
});
