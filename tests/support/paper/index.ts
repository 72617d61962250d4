export { seenThrough, turnedRound, withoutCodes, withoutOneCode, withoutOneMark } from './damage.ts';
export { degrade, type Profile } from './degrade.ts';
export { type MarkKind, markKinds } from './draw-mark.ts';
export { fillForm, type Style, type WrittenField, writeForm } from './fill-form.ts';
export {
  paperAnswers,
  paperDay,
  paperOptions,
  paperSign,
  shippedCodes,
  shippedService,
  testForm,
} from './forms.ts';
export { opinionAnswers, opinionPoll } from './opinion-poll.ts';
export { seeded } from './random.ts';
export { printed, type Sheet, type Spot } from './sheet.ts';
export { ofAnotherBody, somethingElse, twoOnOne } from './strangers.ts';
export { type ScanFormat, toScan } from './to-scan.ts';
