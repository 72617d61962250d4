import type { field as fr } from './field.fr.ts';

export const field: typeof fr = {
  day: 'Day',
  month: 'Month',
  year: 'Year',
  dateExample: 'For example: 27 3 2026',
  street: 'Number and street',
  unit: 'Apartment or office',
  municipality: 'City or municipality',
  province: 'Province or territory',
  postalCode: 'Postal code',
  abroad: 'Address outside Canada',
  region: 'State or region',
  country: 'Country',
  outsideCanada: 'Outside Canada',
  placeHint: 'An address, an intersection or a description, for example: “across from 12 rue des Érables”.',
  given: 'First name',
  family: 'Last name',
  birthDate: 'Date of birth',
  phoneHint:
    'For example: 418 555-0123. Outside Canada and the United States, start with + and the country code.',
  emailHint: 'For example: name@example.ca',
  identifierHint: (example) => `For example: ${example}`,
  charactersMax: (max) => `${max} characters at most.`,
  chooseSome: 'Select all that apply.',
  chooseOne: 'Choose an answer',
  scaleHint: (min: string, low: string, max: string, high: string) =>
    `From ${min} (${low}) to ${max} (${high}).`,
  rankingHint: (ranks: number, options: number) =>
    ranks === options
      ? `Rank each one: 1 for your first choice, ${ranks} for the last.`
      : ranks === 1
        ? 'Give rank 1 to your choice.'
        : `Give ranks 1 to ${ranks} to your favourites: 1 for your first choice.`,
  noRank: '–',
  slotHint: (hours: string, minutes: number) => `Hours: ${hours}. Length: ${minutes} minutes.`,
  slotPlace: 'Place',
  slotTime: 'Time',
  dollars: '$',
  fileSend: 'Choose files',
  filePhoto: 'Take a photo of the document',
  fileHint: (filesMax) =>
    filesMax === 1
      ? 'One PDF, JPEG, PNG or TIFF file, 25 MB at most.'
      : `Up to ${filesMax} PDF, JPEG, PNG or TIFF files, 25 MB each at most.`,
  filesKept: 'Files received (clear those you want to remove)',
  fileLater: 'Or give this document another way:',
  filePost: 'I will send it by post',
  fileCounter: 'I will bring it to a counter',
  fileNow: 'I am sending it now',
  consent: 'I agree',
  noConsent: 'I do not agree',
  why: 'Why we ask',
  entry: (name, index) => `${name} ${index}`,
  add: (name) => `Add: ${name}`,
  remove: (name, index) => `Remove: ${name} ${index}`,
  noEntry: 'Nothing added yet.',
  code: 'Code',
  codesHint: 'Type the codes separated by spaces.',
  dateTyped: 'YYYY-MM-DD or DD MM YYYY',
};
