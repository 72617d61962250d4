export { type ContentKind, contentKind, contentKinds } from './content-kind.ts';
export { answerAt, type CriticalAnswer, criticalAnswers, withAnswer } from './critical-answers.ts';
export { questionAt, type QuestionAt } from './question-at.ts';
export { sameKeyed } from './same-keyed.ts';
