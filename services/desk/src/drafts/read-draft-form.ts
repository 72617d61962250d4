import type { Answers, CompiledService, FormValues, PostedForm } from '@guichet/catalogue';
import { readCounterForm } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';
import { answersTyped } from '../counter/counter-form.ts';
import { fillHidden, hiddenKeys } from './hidden-answers.ts';
import { keepPending } from './keep-pending.ts';
import { clearedKeys, fillLater, shownKeys } from './later-answers.ts';
import { overtakenKeys, withLatest } from './left-as-shown.ts';
import { standingAnswers } from './standing-answers.ts';

/** What a posted screen of a draft comes to. */
export interface DraftFormRead {
  /** As it was typed, to draw it again. */
  form: FormValues;
  /** For the parser of the service. */
  raw: Record<string, unknown>;
  /** What stands, as a draft keeps it. */
  answers: Answers;
  /** Keys of the answers that the page drawn again shows, masked or not. */
  shown: string[];
  /** Keys of the answers masked. */
  hidden: string[];
  /** Keys of the answers that were shown and taken away. */
  cleared: string[];
  /** True when the screen is to be drawn again without reproach. */
  again: boolean;
}

/**
 * Reads a posted screen of a draft that holds answers already.
 *
 * Guarantee: pure; answers that the page masked or did not show, and recordings, stay unless something is typed instead; under
 *   a question left as the page showed it, what was answered since stands.
 */
export function readDraftForm(
  service: CompiledService,
  posted: PostedForm,
  held: Answers,
  options: { language: Language; today: string },
): DraftFormRead {
  const whole = fillLater(service, posted, held, options);
  const read = readWhole(service, whole, held, options);
  const overtaken = overtakenKeys(whole, read.answers, held);
  if (overtaken.length === 0) return read;
  return readWhole(service, withLatest(service, whole, overtaken, held, options), held, options);
}

function readWhole(
  service: CompiledService,
  whole: PostedForm,
  held: Answers,
  options: { language: Language; today: string },
): DraftFormRead {
  const read = readCounterForm(service, fillHidden(service, whole, held, options), options);
  // As its page is drawn again: an entry that was removed is gone from the draft too.
  const form = answersTyped(read.typed);
  const raw = keepPending(readCounterForm(service, form, options).raw, form, held);
  const answers = standingAnswers(service, raw, options.today);
  return {
    form,
    raw,
    answers,
    shown: shownKeys(whole, answers),
    hidden: hiddenKeys(service, held),
    cleared: clearedKeys(service, whole, answers),
    again: read.again,
  };
}
