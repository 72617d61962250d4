import { CarriedOver } from './carried-over.ts';
import { carryQuestion } from './carry-question.ts';
import { carryText } from './carry-text.ts';
import { type FrwComponent, frwComponent } from './frw-component.ts';
import { frwLabel } from './frw-label.ts';
import { frwText } from './frw-texts.ts';
import { isReview, askedParts, type Place, when } from './place.ts';
import { type Data, type FrwRead, isData } from './read-frw.ts';
import { underCondition } from './under-condition.ts';

/** The most entries of a list in which the form sets no limit. */
const entriesMax = 20;

/** Goes through the groups of sections of a form from top to bottom, and makes questions of their components. */
export function carryOver(groups: readonly Data[], lineOf: FrwRead['lineOf']): CarriedOver {
  const made = new CarriedOver(lineOf);
  for (const group of groups) carrySections(made, group);
  return made;
}

function carrySections(made: CarriedOver, group: Data): void {
  const prefix = typeof group['prefixId'] === 'string' ? group['prefixId'] : '';
  const name = frwText(group['sectionGroup']);
  const place = underCondition(made, group, { prefix, when: [], loose: false }, name?.text.fr ?? prefix);
  if (place === undefined) return;
  // Sections used again under a prefix ask the same words twice: the heading tells them apart.
  if (prefix !== '' && name) made.inform(name.text, name.text, place, '');
  const sections = Array.isArray(group['sections']) ? group['sections'].filter(isData) : [];
  for (const section of sections) {
    const title = frwText(section['section'])?.text.fr ?? String(section['id'] ?? '');
    const inside = underCondition(made, section, place, title);
    if (inside) carryComponents(made, section['components'], inside);
  }
}

function carryComponents(made: CarriedOver, list: unknown, place: Place): void {
  for (const item of Array.isArray(list) ? list.filter(isData) : []) carryComponent(made, item, place);
}

function carryComponent(made: CarriedOver, data: Data, above: Place): void {
  const component = frwComponent(data, made.lineOf);
  const { name, type } = component;
  if (isReview(data))
    return made.tell(
      component.note(
        'by-guichet',
        'la page de révision est celle de Guichet',
        'the review page is that of Guichet',
      ),
    );
  made.counts.components += 1;
  const place = underCondition(made, data, above, name === '' ? type : name);
  if (place === undefined) return;
  if (type === 'repeatableGroup' || (type === 'group' && data['repeatable'] === true))
    carryList(made, component, place);
  else if (type === 'group') carryGroup(made, component, place);
  else if (Array.isArray(data['components'])) carryFrame(made, component, place);
  else if (name === '' || data['text'] !== undefined)
    made.counts.carried += carryText(made, component, place) ? 1 : 0;
  else carryQuestion(made, component, place);
}

/** A component that holds others: what it says itself comes before them. */
function carryFrame(made: CarriedOver, component: FrwComponent, place: Place): void {
  const { data } = component;
  if (frwText(data['title'] ?? data['text']) !== undefined) carryText(made, component, place);
  made.counts.carried += 1;
  carryComponents(made, data['components'], place);
}

function carryGroup(made: CarriedOver, { data, name }: FrwComponent, place: Place): void {
  const heading = frwText(data['label']);
  made.counts.carried += 1;
  if (heading && !place.list) made.inform(heading.text, heading.text, place, name);
  carryComponents(made, data['components'], { ...place, ...(name === '' ? {} : { group: name }) });
}

function carryList(made: CarriedOver, component: FrwComponent, place: Place): void {
  const { data, name } = component;
  if (place.list)
    return made.tell(
      component.note('lost', 'une liste ne peut pas en contenir une autre', 'a list can’t hold another one'),
    );
  const key = made.key(place, name);
  const list = { members: [] as Data[], after: [] as Data[] };
  made.known.add(name, place, { question: { key, type: 'group' }, options: new Map() });
  carryComponents(made, data['components'], {
    ...place,
    when: [],
    loose: false,
    group: name,
    repeated: key,
    list,
  });
  if (list.members.length > 0) {
    const { label, notes } = frwLabel(component);
    made.tell(...notes);
    made.put(place, {
      key,
      type: 'group',
      label,
      entry: frwText(data['instanceLabel'])?.text ?? label,
      ...entriesOf(made, component),
      ...askedParts(component, place),
      questions: list.members,
    });
    made.counts.carried += 1;
  } else
    made.tell(
      component.note(
        'lost',
        'aucune de ses questions ne peut être dans une liste',
        'none of its questions can be in a list',
      ),
    );
  for (const question of list.after) made.questions.push({ ...question, ...when(place.when) });
}

function entriesOf(made: CarriedOver, component: FrwComponent): { min: number; max: number } {
  const limit = Math.floor(Number(component.data['limit']));
  const least = Number(component.data['minimum'] ?? 1);
  const max = limit >= 1 ? Math.min(entriesMax, limit) : entriesMax;
  if (max !== limit)
    made.tell(
      component.note(
        'changed',
        `${entriesMax} entrées au plus ici`,
        `${entriesMax} entries at most here`,
        'limit',
      ),
    );
  return { min: Math.min(max, Math.max(0, least || 0)), max };
}
