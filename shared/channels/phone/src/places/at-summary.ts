import type { Question } from '@guichet/catalogue';
import { gather } from '../askers/asker.ts';
import { choicesMax } from '../askers/menu-page.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import { askFor } from '../dialog/next-question.ts';
import { serviceOf } from '../dialog/service-of.ts';
import type { Input } from '../dialog/turn.ts';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { asHeading } from '../words/as-heading.ts';
import { resumeWords } from '../words/resume-words.ts';
import { sayAnswer } from '../words/say-answer.ts';
import { sayWhatFollows } from '../words/say-what-follows.ts';
import { wordsOf } from '../words/words-of.ts';
import { missed } from './missed.ts';

/** Reads the answers back, five at a time, then what follows from them, before anything is sent. */
export function presentSummary(state: CallState, place: PlaceAt<'summary'>, deps: CallDeps): Presented {
  const words = wordsOf(state.language);
  const { lines, last } = pageOf(state, place.page, deps);
  const say = [
    ...(place.page === 0 ? [words.summary] : []),
    ...lines,
    ...(last ? [words.summarySend, resumeWords(state.language).finishLater] : [words.summaryMore]),
  ];
  return { say: say.map((text) => ({ text })), listen: gather('one') };
}

export function takeSummary(state: CallState, place: PlaceAt<'summary'>, input: Input, deps: CallDeps): Move {
  const words = wordsOf(state.language);
  const { last } = pageOf(state, place.page, deps);
  const key = input.kind === 'keys' ? input.digits : '';
  if (key === '1') {
    return moveTo({
      ...state,
      place: last ? { at: 'submitting' } : { at: 'summary', page: place.page + 1, misses: 0 },
    });
  }
  if (key === '3' && last) return moveTo({ ...state, place: { at: 'keeping', from: place } });
  if (key === '2') return moveTo({ ...state, place: { at: 'correct', page: place.page, misses: 0 } });
  return missed(state, input, input.kind === 'silence' ? words.nothingHeard : words.notUnderstood);
}

/** Which answer to correct, by the number it was read with. */
export function presentCorrect(state: CallState, place: PlaceAt<'correct'>, deps: CallDeps): Presented {
  const words = wordsOf(state.language);
  const { upTo } = pageOf(state, place.page, deps);
  const example = place.misses >= 1 ? [words.correctExample(1, upTo)] : [];
  return { say: [words.correctAsk, ...example].map((text) => ({ text })), listen: gather('many') };
}

export function takeCorrect(state: CallState, place: PlaceAt<'correct'>, input: Input, deps: CallDeps): Move {
  const words = wordsOf(state.language);
  const digits = input.kind === 'keys' ? keyedDigits(input.digits) : '';
  const question = /^\d{1,3}$/.test(digits) ? answered(state, deps)[Number(digits) - 1] : undefined;
  if (question !== undefined) return askFor(state, question, deps, [], []);
  return missed(state, input, input.kind === 'silence' ? words.nothingHeard : words.notUnderstood);
}

/** The questions read back: those visible, but for information, whether answered or passed. */
function answered(state: CallState, deps: CallDeps): Question[] {
  const visible = serviceOf(state, deps)?.visible(state.answers) ?? [];
  return visible.filter(({ type }) => type !== 'information');
}

interface SummaryPage {
  lines: string[];
  /** How many answers have been read back by the end of the page. */
  upTo: number;
}

function pageOf(state: CallState, page: number, deps: CallDeps): SummaryPage & { last: boolean } {
  const service = serviceOf(state, deps);
  const all = answered(state, deps);
  const pages: SummaryPage[] = [];
  for (let from = 0; from < all.length; from += choicesMax) {
    const shown = all.slice(from, from + choicesMax);
    const lines = shown.map((question, index) => itemOf(state, question, from + index + 1, deps));
    pages.push({ lines, upTo: from + shown.length });
  }
  for (const lines of service === undefined ? [] : sayWhatFollows(service, state.answers, state.language)) {
    pages.push({ lines, upTo: all.length });
  }
  return { ...(pages[page] ?? { lines: [], upTo: all.length }), last: page >= pages.length - 1 };
}

function itemOf(state: CallState, question: Question, number: number, deps: CallDeps): string {
  const { language, answers } = state;
  const sensitivity = serviceOf(state, deps)?.sensitivityOf.get(question.key) ?? question.sensitivity;
  const value = sayAnswer(question, answers[question.key], language, sensitivity);
  return wordsOf(language).item(number, asHeading(question.label[language]), value);
}
