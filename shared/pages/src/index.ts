export { type AnswerRow, AnswerList } from './answer-list.tsx';
export { assetPaths, assets, type StaticAsset } from './assets.ts';
export { leanSheet } from './lean-sheet.ts';
export { BesideControls } from './beside.tsx';
export { Button, ButtonLink, type ButtonProps, CsrfField } from './button.tsx';
export {
  ConditionLine,
  CounterField,
  type CounterFieldModel,
  type CounterFieldProps,
} from './counter-field.tsx';
export { CounterFields } from './counter-fields.tsx';
export { DeskLayout, type DeskLayoutProps, type DeskSection } from './desk-layout.tsx';
export { type DeskAct, deskActs, type LetterKeys, usualLetters } from './desk-letters.ts';
export { document } from './document.tsx';
export { ErrorPage, type ErrorPageKind, errorPageWords } from './error-page.tsx';
export { ErrorSummary } from './error-summary.tsx';
export { codeQuestion } from './code-question.ts';
export { errorWords } from './error-words.ts';
export { Field } from './field.tsx';
export { type FieldProblem, problemTarget } from './field-problem.ts';
export type { FieldProps } from './field-props.ts';
export { formatMeeting, formatTimeAt, formatWeekday, type Meeting } from './format-appointment.ts';
export { formatDay, formatInstant } from './format-day.ts';
export { MaskedValue } from './masked-value.tsx';
export { Notice } from './notice.tsx';
export { Pagination } from './pagination.tsx';
export { Panel, ReferenceCode } from './panel.tsx';
export { Progress } from './progress.tsx';
export { PublicLayout, type PublicLayoutProps } from './public-layout.tsx';
export { Qr, type QrProps } from './qr.tsx';
export { QuestionBlock } from './question-block.tsx';
export { QuestionForm } from './question-form.tsx';
export { regionShown } from './fields/region-shown.ts';
export { Receipt, type ReceiptProps } from './receipt.tsx';
export { StatusTag, type StatusTone } from './status-tag.tsx';
export { type Step, Steps } from './steps.tsx';
export { Table, type TableColumn, type TableProps, type TableRow } from './table.tsx';
export { typesetFrench } from './typeset-french.ts';
export { typesetWords } from './typeset-words.ts';
export { type Words, words } from './words.ts';
