import type { FrwComponent } from './frw-component.ts';
import { type FrwNote, note } from './frw-note.ts';
import type { Data, FrwRead } from './read-frw.ts';

/** Says why a component of a type that the language lacks is left out. */
export function unknownType(component: FrwComponent): FrwNote {
  const { type } = component;
  if (type === 'button' || type === 'submit')
    return component.note(
      'by-guichet',
      'les boutons sont ceux de Guichet',
      'the buttons are those of Guichet',
    );
  if (type === 'password')
    return component.note(
      'by-guichet',
      'une demande se reprend par un code, sans mot de passe',
      'a request is resumed by a code, without a password',
    );
  if (type === 'hidden')
    return component.note(
      'lost',
      'un champ caché est rempli par un script',
      'a hidden field is filled by a script',
    );
  return component.note('lost', `le type \`${type}\` n’a pas d’équivalent`, `type \`${type}\` has no equal`);
}

/** Says which keys of a component say something and have no place here. */
export function keyNotes(component: FrwComponent): FrwNote[] {
  const said: [key: string, fr: string, en: string][] = [
    [
      'pdfBind',
      'le champ du PDF : le formulaire papier est fait de la définition',
      'the field of the PDF: the paper form is made from the definition',
    ],
    [
      'value',
      'une réponse remplie d’avance n’a pas d’équivalent',
      'an answer filled in beforehand has no equal',
    ],
    [
      'placeholder',
      'le texte dans le champ : mettez-le dans `help`',
      'the text in the field: put it in `help`',
    ],
  ];
  return said.flatMap(([key, fr, en]) =>
    component.data[key] === undefined ? [] : [component.note('lost', fr, en, key)],
  );
}

/** What the import reads of a part, or tells of elsewhere. */
const read: ReadonlySet<string> = new Set(
  (
    'name type label title text components options help tooltip validations validation-messages v-if v-else-value ' +
    'filtreEtapes min max limit minimum repeatable instanceLabel additionals nomDocument pdfBind value placeholder ' +
    'section sectionGroup sections prefixId id'
  ).split(' '),
);

/** How a part looks, and the words of its buttons: Guichet draws its own. */
const looks: ReadonlySet<string> = new Set(
  (
    'tag class classes outerClasses style icon columns rows inline step addLabel removeLabel ' +
    'cacherTexteExplicatifChampsObligatoires sommaire'
  ).split(' '),
);

/** Says which keys of a part, whatever it is, have no place here. */
export function partNotes(data: Data, name: string, lineOf: FrwRead['lineOf']): FrwNote[] {
  const said: [key: string, fr: string, en: string][] = [
    [
      'filtreEtapes',
      'les étapes d’un workflow n’ont pas d’équivalent : la partie est offerte à la personne qui demande',
      'the steps of a workflow have no equal: the part is asked of the person who makes the request',
    ],
    [
      'v-else-value',
      'la valeur de remplacement n’a pas d’équivalent : une question non posée n’a pas de réponse',
      'the value put in its place has no equal: a question not asked has no answer',
    ],
  ];
  const told = said.flatMap(([key, fr, en]) =>
    data[key] === undefined ? [] : [note(lineOf(data, key), name, 'lost', fr, en)],
  );
  const strange = Object.keys(data).filter((key) => !read.has(key) && !looks.has(key));
  return [
    ...told,
    ...strange.map((key) =>
      note(
        lineOf(data, key),
        name,
        'lost',
        `la clé \`${key}\` n’a pas d’équivalent`,
        `key \`${key}\` has no equal`,
      ),
    ),
  ];
}
