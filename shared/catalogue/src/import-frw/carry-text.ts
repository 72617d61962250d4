import type { CarriedOver } from './carried-over.ts';
import type { FrwComponent } from './frw-component.ts';
import { frwText } from './frw-texts.ts';
import type { Place } from './place.ts';

/** Makes information of a component that only says something. Shape: whether it was carried over */
export function carryText(made: CarriedOver, component: FrwComponent, place: Place): boolean {
  const { data, type } = component;
  const [title, text] = [frwText(data['title']), frwText(data['text'])];
  const body = text ?? title;
  if (body === undefined || place.list || place.loose) {
    const why: [string, string] =
      body === undefined
        ? [`\`${type}\` n’a pas de texte à dire`, `\`${type}\` has no text to say`]
        : place.list
          ? ['une liste ne contient que des questions', 'a list holds questions only']
          : [
              'un texte dont la condition n’est pas lue ne peut pas être montré à tous',
              'a text whose condition is not read can’t be shown to all',
            ];
    made.tell(component.note('lost', ...why));
    return false;
  }
  made.inform(title?.text ?? { fr: 'À savoir', en: 'Good to know' }, body.text, place, type);
  if (body.marked)
    made.tell(
      component.note(
        'changed',
        'le texte est repris sans sa mise en forme HTML',
        'the text is carried over without its HTML',
      ),
    );
  if (body.untranslated || title?.untranslated)
    made.tell(component.note('to-complete', 'le texte n’est pas traduit', 'the text is not translated'));
  return true;
}
