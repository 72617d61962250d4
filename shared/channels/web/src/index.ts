export { answerQuestion, type QuestionRead, readQuestionForm } from './answer-question.ts';
export { type QuestionPage, questionPage } from './question-page.ts';
export { type SummaryRow, summary } from './summary.ts';
export { nextKey, type Place, placeOf } from './walk.ts';
export { type CalendarEntry, calendarFile } from './say/calendar-file.ts';
export {
  type EmailOutcome,
  type Mailer,
  openMailer,
  type OutgoingEmail,
  sendEmail,
} from './say/send-email.ts';
export { type EmailWords, emailWords } from './say/email-words.ts';
