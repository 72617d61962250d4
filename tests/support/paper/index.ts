export { degrade, type Profile } from './degrade.ts';
export { fillForm } from './fill-form.ts';
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
export { printed, type Sheet } from './sheet.ts';
export { type ScanFormat, toScan } from './to-scan.ts';
