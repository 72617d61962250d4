import type { CarriedOver } from './carried-over.ts';
import type { FrwComponent, FrwQuestion } from './frw-component.ts';
import { frwHelp } from './frw-help.ts';
import { frwLabel } from './frw-label.ts';
import { frwQuestion } from './frw-types.ts';
import { keyNotes, unknownType } from './lost-parts.ts';
import { askedParts, type Place } from './place.ts';

/** Makes a question of a component that asks something, and notes what conditions may name it by. */
export function carryQuestion(made: CarriedOver, component: FrwComponent, place: Place): void {
  const { name, type } = component;
  const question = frwQuestion(component);
  if (question === undefined) {
    if (type === 'hidden') made.known.hide(name, place);
    made.tell(unknownType(component));
    return;
  }
  made.counts.carried += 1;
  made.tell(...question.notes, ...keyNotes(component));
  const fitted = place.list ? inList(made, component, question) : question;
  const key = made.key(place, name);
  const follows = place.list !== undefined && fitted.type === 'file';
  made.known.add(name, place, {
    question: { key, type: fitted.type },
    options: fitted.options,
    ...(place.repeated === undefined || follows ? {} : { group: place.repeated }),
  });
  const { label, notes } = frwLabel(component);
  if (fitted.label === undefined) made.tell(...notes);
  const help = frwHelp(component);
  made.tell(...help.notes);
  const asked = {
    key,
    type: fitted.type,
    label: fitted.label ?? label,
    ...help.parts,
    ...askedParts(component, place, fitted.sensitive),
    ...fitted.own,
  };
  if (!follows) return made.put(place, asked);
  place.list?.after.push({ ...asked, required: false });
  if (place.when.length > 0)
    made.tell(
      component.note(
        'to-complete',
        'sa condition porte sur une entrée de la liste : il est demandé à tous',
        'its condition is on an entry of the list: it is asked of all',
        'v-if',
      ),
    );
}

/** A consent in a list becomes a yes or no; a document follows the list. */
function inList(made: CarriedOver, component: FrwComponent, question: FrwQuestion): FrwQuestion {
  if (question.type === 'file')
    made.tell(
      component.note(
        'changed',
        'un document ne peut pas être dans une liste : il est demandé après elle',
        'a document can’t be in a list: it is asked after it',
      ),
    );
  if (question.type !== 'consent') return question;
  made.tell(
    component.note(
      'changed',
      'un consentement dans une liste devient un oui ou non',
      'a consent in a list becomes a yes or no',
    ),
  );
  return { ...question, type: 'yes-no', own: {} };
}
