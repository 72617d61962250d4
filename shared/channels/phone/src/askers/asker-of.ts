import type { Input } from '../dialog/turn.ts';
import { askAddress } from './ask-address.ts';
import { askChoice } from './ask-choice.ts';
import { askChoices } from './ask-choices.ts';
import { askConsent } from './ask-consent.ts';
import { askDate } from './ask-date.ts';
import { askFile } from './ask-file.ts';
import { askIdentifier } from './ask-identifier.ts';
import { askMoney, askNumber } from './ask-number.ts';
import { askPerson } from './ask-person.ts';
import { askPhone } from './ask-phone.ts';
import { askRanking } from './ask-ranking.ts';
import { askRecorded } from './ask-recorded.ts';
import { askScale } from './ask-scale.ts';
import { askSlot } from './ask-slot.ts';
import { askYesNo } from './ask-yes-no.ts';
import type { Askable, Asked, Asker, Asking, Taken } from './asker.ts';

type AskedType = Exclude<Askable['type'], 'information' | 'group'>;

const askers: { [T in AskedType]: Asker<Extract<Askable, { type: T }>> } = {
  text: askRecorded,
  'long-text': askRecorded,
  email: askRecorded,
  place: askRecorded,
  choice: askChoice,
  choices: askChoices,
  'yes-no': askYesNo,
  date: askDate,
  number: askNumber,
  money: askMoney,
  phone: askPhone,
  address: askAddress,
  person: askPerson,
  identifier: askIdentifier,
  file: askFile,
  consent: askConsent,
  scale: askScale,
  ranking: askRanking,
  slot: askSlot,
};

/** Asks a question in the way of its type, or by a recording once keys have failed. */
export function askBy(asking: Asking, recorded: boolean): Asked {
  return askerOf(asking.question, recorded).ask(asking);
}

/** Takes an input in the way of the question's type. */
export function takeBy(asking: Asking, recorded: boolean, input: Input): Taken {
  return askerOf(asking.question, recorded).take(asking, input);
}

/** Guarantee: the asker of a type only ever meets questions of that type, which the table above makes sure of. */
function askerOf(question: Askable, recorded: boolean): Asker {
  if (recorded || question.type === 'information' || question.type === 'group') return askRecorded;
  return askers[question.type] as Asker;
}
