export { asksMore } from './asks-more.ts';
export { changeEntries, typedValues } from './change-entries.ts';
export {
  actionName,
  actionValue,
  askedName,
  csrfName,
  entriesName,
  type FormAction,
  fieldId,
  fieldName,
  readAction,
} from './field-names.ts';
export { type FormValues, formValues } from './form-values.ts';
export { type HeldEntry, heldEntries } from './held-entries.ts';
export { type CodedOption, optionCodes, optionTyped } from './option-codes.ts';
export { type PostedForm, postedEntries, readFormAnswer, shownEntries } from './read-form-answer.ts';
