import { appointments } from './words/appointments.en.ts';
import { board } from './words/board.en.ts';
import { desk } from './words/desk.en.ts';
import { errors } from './words/errors.en.ts';
import { field } from './words/field.en.ts';
import { frame } from './words/frame.en.ts';
import { go } from './words/go.en.ts';
import { walk } from './words/public.en.ts';
import { queue } from './words/queue.en.ts';
import { stations } from './words/stations.en.ts';
import { work } from './words/work.en.ts';
import type { french } from './words.fr.ts';

/** The product's words in English. */
export const english: typeof french = {
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
};
