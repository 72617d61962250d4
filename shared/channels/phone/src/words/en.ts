import type { Theme } from '../menu/theme-groups.ts';
import { capital } from './capital.ts';
import type { Words } from './words.ts';

const reasons = {
  asked: 'Someone from our team will call you back.',
  'not-understood':
    'I am having trouble understanding you. Someone from our team will call you back to continue with you.',
  'too-long': 'This call is getting long. Someone from our team will call you back to finish with you.',
  'not-submitted': 'Someone from our team will call you back to finish your request.',
  withdraw:
    'Your request is not withdrawn yet. Someone from our team will call you back to withdraw it with you.',
  'not-found': 'Someone from our team will call you back to find your request with you.',
};

/** What the line says in English. */
export const en: Words = {
  option: (label, key) => `${label}: press ${key}.`,
  more: 'To hear more choices, press 9.',
  person: 'To speak to someone, press 0.',
  again: 'To hear this again, press star.',
  pass: 'To skip this question, press 8.',
  menu: 'What would you like to do?',
  made: 'A request you started or already made',
  themes: (themes) => capital(themes.map((theme) => themeNames[theme]).join(', ')),
  menuOf: (themes) => `${themes}.`,
  menuSpeech: 'You can also say what you are looking for.',
  firstMenu: 'To go back to the first menu, press 8.',
  noService: 'No service is offered by telephone at this time.',
  recordedNotice:
    'Your answers serve only to handle this request. What you say after a tone is recorded, and a person will write it down. You may consult your information or have it corrected.',
  rules: 'At any time: 0 for a person, star to start an answer again.',
  nothingHeard: 'I did not hear anything.',
  notUnderstood: 'I did not understand.',
  helpPerson: (pound) => `If you would rather speak to someone, press 0${pound ? ', then pound' : ''}.`,
  erased: 'Erased.',
  thanks: 'Thank you.',
  passed: 'We are skipping this question.',

  yesNo: 'For yes, press 1. For no, press 2.',
  confirm: (value) => `I understood: ${value}. If this is right, press 1. If not, press 2.`,
  gate: 'This question is optional. To answer it, press 1. To skip it, press 8.',
  twice: 'To make sure, key it a second time, then press pound.',
  notTheSame: 'The two answers are different. Let us start again.',
  choicesEach: (label) => `${label}? For yes, press 1. For no, press 2.`,
  choicesRule: 'You may give more than one answer. I will name them one by one.',
  choicesEnd: 'To stop before the end of the list, press 9.',
  scaleKeys: (min, max, pound) =>
    pound
      ? `Answer with a number from ${min} to ${max}, then press pound.`
      : `Answer with one key, from ${min} to ${max}.`,
  scaleEnds: (min, low, max, high) => `${min} means: ${low}. ${max} means: ${high}.`,
  rankingRule: (ranks, all) => {
    if (ranks === 1) return 'Give one choice only.';
    return all
      ? 'Rank all the choices, one at a time, starting with the one you prefer.'
      : `Give ${ranks} choices, one at a time, starting with the one you prefer.`;
  },
  rankAsk: (rank) => `What is your ${rankNames[rank - 1] ?? ''} choice?`,
  ranked: (rank, label) => `${rankNames[rank - 1] ?? ''} choice, ${label}`,
  slotPlace: 'First, the place.',
  slotDay: 'Which day?',
  slotHours: (hours) => `Opening hours: ${hours}.`,
  slotTime: (day) => `At what time, on ${day}?`,
  slot: (place, day, time) => `${place}, on ${day}, at ${time}`,
  dateKeys: 'Key two digits for the day, two for the month and four for the year, then press pound.',
  dateExample: 'For example, for July 1, 2026: 0 1, 0 7, 2 0 2 6, pound.',
  dateShortcuts: 'For today, press 1, then pound. For tomorrow, 2, then pound.',
  dateWithoutYear: 'For a day within a year from now, the year is not needed.',
  noSuchDate: 'There is no such date.',
  numberKeys: (unit) => `Key the number${unit === undefined ? '' : `, in ${unit}`}, then press pound.`,
  zero: 'For zero, press 0 twice, then pound.',
  fraction: (digits) =>
    `Now, what follows the decimal point: key ${digits === 1 ? 'one digit' : `up to ${digits} digits`}, then press pound. If nothing follows, press 0 twice, then pound.`,
  dollars: 'Key the amount in dollars, without the cents, then press pound.',
  cents: 'Now the cents: key two digits, then press pound. If there are none, press 0 twice, then pound.',
  ownNumber: (number) =>
    `Is it the number you are calling from${number === undefined ? '' : `, ${number}`}? For yes, press 1. To give another number, press 2.`,
  phoneKeys: 'Key the ten digits of the number, with the area code, then press pound.',
  phoneExample: 'For example: 4 1 8, 5 5 5, 0 1 9 9, pound.',
  noSuchPhone: 'This does not have the form of a North American telephone number.',
  postalKeys:
    'Key the six characters of the postal code, one key for each character, then press pound. For a letter, press the key that carries it.',
  postalThenCivic: 'You may add the building number right away, before pound.',
  postalExample: 'For example, for G 1 R, 4 S 9, press: 4 1 7, 4 7 9, pound.',
  postalNone: 'If you have no Canadian postal code, press 9, then pound.',
  noSuchPostalCode: 'I find no postal code that is keyed this way.',
  postalLetter: (letter, key) => `For ${letter} as in ${names[letter] ?? letter}, press ${key}.`,
  postalLetterAsk: (position) => `What is the ${ordinals[position] ?? 'last'} letter?`,
  postalCodeOption: (code, key) => `For ${code}, press ${key}.`,
  otherPostalCode: 'For another postal code',
  postalCodeIs: (code) => `Postal code: ${code}.`,
  wholeAddress: (address) =>
    `I found: ${address}. If this is right, without an apartment number, press 1. If there is an apartment number, press 2. If this is not the address, press 3.`,
  civicKeys: 'Key the number of the building, without the apartment number, then press pound.',
  streetAsk: 'Which street is it?',
  otherStreet: 'Another street',
  unitKeys: 'Key the apartment number, then press pound. If there is none, press 0 twice, then pound.',
  recordStreet:
    'After the tone, say the street, the apartment number if there is one, and the city. Then press pound.',
  recordAddress:
    'After the tone, say the whole address: number, street, apartment, city, province and postal code. Then press pound.',
  identifierKeys: (example) => `Key the digits of the number, then press pound. For example: ${example}.`,
  recordText: 'Answer after the tone, then press pound.',
  recordEnd: 'Then press pound.',
  recordEmail: 'After the tone, say the email address slowly, then spell it. Then press pound.',
  recordPlace:
    'After the tone, say where it is: number and street, or the nearest intersection. Then press pound.',
  recordName: 'After the tone, say the first name and the last name, then spell them. Then press pound.',
  recordInstead: 'No problem: just say your answer, and a person will write it down.',
  birthDate: 'First, the date of birth.',
  birthDateIs: (date) => `Date of birth: ${date}. To change it, press star.`,
  recorded: 'It is recorded.',
  filePost: 'Send it by mail',
  fileCounter: 'Bring it to a counter',
  consent: 'If you agree, press 1. If you do not, press 2.',
  entry: (name, count) => `${name} number ${count}.`,
  anyEntry: 'Do you have any to name? For yes, press 1. For no, press 2.',
  moreEntries: (name, count) =>
    `${name} number ${count} is noted. Do you have others to add? For yes, press 1. For no, press 2.`,

  summary: 'Here is what I noted.',
  item: (number, label, value) => `Number ${number}. ${label}: ${value}.`,
  summaryMore: 'If this is right, press 1 to hear what follows. To correct one of these answers, press 2.',
  summarySend: 'To send your request, press 1. To correct an answer, press 2.',
  computed: 'From your answers.',
  amount: (label, value) => `${label}: ${value}.`,
  hiddenAmount: 'it is worked out, but I do not read it aloud',
  feeAmount: (amount, label) => `A fee of ${amount} applies${label === undefined ? '' : `: ${label}`}.`,
  feeNone: (label) => `You have nothing to pay${label === undefined ? '' : `: ${label}`}.`,
  instalments: (count, first, everyDays) =>
    `To be paid in ${count} instalments, the first of ${first}, one every ${everyDays} days.`,
  referrals: 'Here is who we will tell of your request.',
  told: (to, what, why) => `${to}. What we will tell: ${what}. ${why}`,
  correctAsk: 'Key the number of the answer to correct, then press pound.',
  correctExample: (from, to) =>
    from === to ? `It is number ${from}.` : `It is a number from ${from} to ${to}.`,
  hidden: 'it is noted, but I do not read it aloud',
  pending: 'your answer is recorded',
  yes: 'yes',
  no: 'no',
  money: (dollars, cents) =>
    `${dollars} ${dollars === 1 ? 'dollar' : 'dollars'}${cents === 0 ? '' : ` and ${cents} ${cents === 1 ? 'cent' : 'cents'}`}`,
  minus: (amount) => `minus ${amount}`,
  entries: (count) => (count === 0 ? 'no entry' : `${count} ${count === 1 ? 'entry' : 'entries'}`),
  sentFiles: (count) => (count === 1 ? 'one file already sent' : `${count} files already sent`),
  later: { post: 'by mail', counter: 'at a counter' },
  none: 'no answer',
  incomplete: 'One answer is missing before we can receive your request.',
  notSubmitted:
    'Sorry, our system is not responding. Your request has not been sent yet. To try again, press 1. To have someone call you back, press 0.',
  accepted: 'Your request is received.',
  already: 'Your request had already been received.',
  reference: (digits) => `Your reference number is: ${digits}.`,
  referenceAgain: (digits) => `Again: ${digits}.`,
  statusCode: (digits) =>
    `Your follow-up code is: ${digits}. With your reference number, it lets you know where your request stands.`,
  due: (date) => `You will have an answer by ${date}.`,
  afterAccepted: (another) =>
    `To hear the number again, press 1. ${another ? 'To make another request, press 2. ' : ''}Otherwise, you may hang up.`,
  goodbye: 'Thank you for calling. Goodbye.',

  madeReference:
    'Key the ten digits of your reference number, or of your resume number, then press pound. If you do not have it, press 0, then pound, to speak to someone.',
  noSuchReference:
    'This is neither a reference number nor a resume number: a digit is missing, or one is wrong.',
  madeProof:
    'Now, key your follow-up code, of six digits, or the ten digits of the telephone number given in your request. Then press pound.',
  noSuchProof: 'A follow-up code has six digits, and a telephone number ten.',
  requestNotFound: 'We can’t find a request that matches both. Please check them. Let us start again.',
  tooManyTries:
    'There were too many tries for this number. Try again in a quarter of an hour, or press 0 to speak to someone.',
  statusAway: 'Sorry, our system can’t find anything right now. Please try again a little later.',
  found: (service, receivedOn) => `Your request, ${service}, was received on ${receivedOn}.`,
  foundState: {
    received: 'It is waiting its turn.',
    'in-progress': 'Someone is working on it.',
    'waiting-for-you': 'We are waiting for an answer from you to go on.',
  },
  overdue: (date) => `You should have had an answer by ${date}: we are late.`,
  foundClosed: (date) => `It was closed on ${date}.`,
  decision: 'Here is what we answered.',
  decisionUnread:
    'Our answer holds information that I do not read aloud. It was given to you in the way you chose. To talk about it with someone, press 0.',
  letterPosted: (date) => `A letter was mailed to you on ${date}.`,
  letterReturned: (date) =>
    `The letter mailed on ${date} was returned to us. To give us your address, press 0.`,
  afterFound: (isOpen) =>
    `To hear this again, press 1. To do something else, press 2. ${isOpen ? 'To withdraw this request, press 3. ' : ''}To speak to someone, press 0. Otherwise, you may hang up.`,

  callback: (reason) => reasons[reason],
  transfer: (reason, sees) =>
    `${reason === 'not-understood' ? 'I have trouble understanding you. ' : ''}One moment, we are putting you through to someone.${sees ? ' They see your answers.' : ''}`,
  transferNext: 'No answer. We are trying someone else.',
  transferFailed:
    'Nobody can answer right now. You keep your place: someone from our team will call you back.',
  closed: (opens) =>
    opens === undefined ? 'Nobody answers right now.' : `Nobody answers right now. ${opens}`,
  opens: (day, time) => `We answer again on ${day}, from ${time}.`,
  leaveMessage: 'To leave a message, press 5.',
  callbackNumber: (number) => `To be called back at ${number}, press 1. To give another number, press 2.`,
  callbackOther: 'At what number can we call you back?',
  callbackBack: 'To go back to your questions, press 3.',
  callbackMessage:
    'After the tone, leave your name, your telephone number and the reason for your call. Then press pound.',
  callbackWhen: 'When would you like to be called back?',
  soonest: 'As soon as possible',
  halfDay: (date, part) => `${date}, in the ${part}`,
  callbackKept: (number, when, kept) =>
    `It is noted. Someone will call you back${number === undefined ? '' : ` at ${number}`}${when === undefined ? '' : `, ${when}`}.${kept ? ' Your answers are kept: you will not have to repeat them.' : ''} Goodbye.`,
  resumed: 'Sorry for this interruption. Your answers are kept; let us go on.',
  callbackNoNumber: 'We have no number to call you back at. Please call us again whenever you like. Goodbye.',
  lastWord:
    'Sorry, our system is not responding. After the tone, leave your name, your telephone number and the reason for your call, then press pound. Our telephone provider will keep your message.',
  lastWordKept: 'Thank you. Your message is kept. Your request itself has not been sent yet. Goodbye.',
  callbackFailed:
    'Sorry, our system is not responding and your call-back request is not noted. Please call us again in a few minutes. Goodbye.',
};

/** As the website names them. */
const themeNames: Record<Theme, string> = {
  municipal: 'my municipality',
  leisure: 'leisure and culture',
  health: 'health',
  education: 'education',
  justice: 'justice',
  taxation: 'taxes',
  democracy: 'democratic life',
};

const rankNames = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

const ordinals: Record<number, string> = { 0: 'first', 2: 'second', 5: 'third' };

const names: Record<string, string> = {
  A: 'Alice',
  B: 'Bernard',
  C: 'Charles',
  E: 'Edward',
  G: 'George',
  H: 'Henry',
  J: 'John',
  K: 'Karen',
  L: 'Louis',
  M: 'Mary',
  N: 'Nicole',
  P: 'Paul',
  R: 'Robert',
  S: 'Susan',
  T: 'Thomas',
  V: 'Victor',
  W: 'William',
  X: 'Xavier',
  Y: 'Yvonne',
  Z: 'Zoe',
};
