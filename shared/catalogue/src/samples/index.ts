export { everyAnswer, everyAnswerWritten } from './every-answer.ts';
export { everyType } from './every-type.ts';
