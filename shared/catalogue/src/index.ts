export * from './answers.ts';
export type { Catalogue, CatalogueProblem } from './catalogue.ts';
export { check } from './check/check.ts';
export type { CheckProblem } from './check/check-problem.ts';
export { compile } from './compile.ts';
export * from './compiled.ts';
export * from './definition.ts';
export * from './diff/index.ts';
export * from './forms/index.ts';
export * from './import-frw/index.ts';
export { blockSchema, definitionSchema, schemaTexts } from './json-schema.ts';
export * from './paper/index.ts';
export * from './parity/index.ts';
export { monthNumber } from './parse/month-names.ts';
export { partOf } from './part-of.ts';
export { readPostalCode } from './parse/postal-code.ts';
export { provinceOfPostalCode } from './parse/provinces.ts';
export { ranksOf } from './parse/ranking.ts';
export { readSlotDay } from './parse/slot.ts';
export { recordable } from './parse/pending.ts';
export { namedInExpression } from './expression-parts.ts';
export { namedQuestions } from './named-questions.ts';
export { behalfKeys } from './behalf-block.ts';
export { migrateAnswers, migrateDraft, type Migration } from './migrate-answers.ts';
export { replyKeys } from './reply-block.ts';
export { schemaFile, schemaInStep } from './schema-in-step.ts';
export { scaffoldDefinition, type ScaffoldOptions } from './scaffold.ts';
export { slotTimes } from './slot-times.ts';
export { filesIn } from './files-in.ts';
export { issueProblems } from './issue-problems.ts';
export * from './submission.ts';
export { isToComplete, toCompleteMark } from './to-complete.ts';
export { isAddress, isEntries, isFile, isKeys, isPerson, isPlace, isSlot } from './value-kinds.ts';
export { formatAnswer } from './words/format-answer.ts';
export { spanWords } from './words/span-words.ts';
export { typeNames } from './words/type-names.ts';
export { wording } from './words/wording.ts';
export { openingHours } from './words/opening-hours.ts';
export { scaleLabel, scaleMarks } from './words/scale-label.ts';
export { problemWords } from './words/problem-words.ts';
export {
  quoted,
  writeDate,
  writeList,
  writeMoney,
  writeNumber,
  writePhone,
  writeTime,
} from './words/writing.ts';
