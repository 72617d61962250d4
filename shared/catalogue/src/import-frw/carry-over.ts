import type { Bilingual } from '@guichet/kernel';
import { toCompleteMark } from '../to-complete.ts';
import { type FrwComponent, frwComponent, type FrwQuestion } from './frw-component.ts';
import { frwKey } from './frw-key.ts';
import { type FrwNote, note } from './frw-note.ts';
import { frwText } from './frw-texts.ts';
import { frwQuestion } from './frw-types.ts';
import { KnownAnswers } from './known-answers.ts';
import { keyNotes, partNotes, unknownType } from './lost-parts.ts';
import { askedParts, isReview, type Place, when } from './place.ts';
import { type Data, type FrwRead, isData } from './read-frw.ts';
import { readVIf } from './read-v-if.ts';
import { toCondition } from './to-condition.ts';

/** What was made of the components of a form. */
export interface CarriedOver {
  questions: Data[];
  notes: FrwNote[];
  counts: { components: number; carried: number; conditions: number; conditionsRead: number };
}

/** Types that a list can't hold. */
const outsideLists: ReadonlySet<string> = new Set(['file']);

/** Goes through a form from top to bottom, and makes questions of its components. */
export class CarryOver {
  readonly #lineOf: FrwRead['lineOf'];
  readonly #known = new KnownAnswers();
  readonly #taken = new Set<string>();
  readonly #result: CarriedOver = {
    questions: [],
    notes: [],
    counts: { components: 0, carried: 0, conditions: 0, conditionsRead: 0 },
  };

  constructor(lineOf: FrwRead['lineOf']) {
    this.#lineOf = lineOf;
  }

  /** Takes one group of sections, and gives all that was made so far. */
  sectionGroup(group: Data): CarriedOver {
    const prefix = typeof group['prefixId'] === 'string' ? group['prefixId'] : '';
    const name = frwText(group['sectionGroup']);
    const place = this.#under(group, { prefix, when: [], loose: false }, name?.text.fr ?? prefix);
    if (place === undefined) return this.#result;
    // Sections used again under a prefix ask the same words twice: the heading tells them apart.
    if (prefix !== '' && name) this.#inform(name.text, name.text, place, prefix);
    const sections = Array.isArray(group['sections']) ? group['sections'].filter(isData) : [];
    for (const section of sections) {
      const title = frwText(section['section'])?.text.fr ?? String(section['id'] ?? '');
      const inside = this.#under(section, place, title);
      if (inside) this.#components(section['components'], inside);
    }
    return this.#result;
  }

  #components(list: unknown, place: Place): void {
    for (const item of Array.isArray(list) ? list.filter(isData) : []) this.#component(item, place);
  }

  #component(data: Data, above: Place): void {
    const component = frwComponent(data, this.#lineOf);
    const { name, type } = component;
    if (isReview(data)) {
      this.#tell(
        component.note(
          'by-guichet',
          'la page de révision est celle de Guichet',
          'the review page is that of Guichet',
        ),
      );
      return;
    }
    this.#result.counts.components += 1;
    const place = this.#under(data, above, name === '' ? type : name);
    if (place === undefined) return;
    if (type === 'repeatableGroup' || (type === 'group' && data['repeatable'] === true))
      this.#list(component, place);
    else if (type === 'group') this.#group(component, place);
    else if (Array.isArray(data['components'])) {
      this.#display(component, place, false);
      this.#result.counts.carried += 1;
      this.#components(data['components'], place);
    } else if (name === '' || data['text'] !== undefined) this.#display(component, place, true);
    else this.#ask(component, place);
  }

  /** Adds the condition of a part to those above it; undefined when it can never be shown. */
  #under(data: Data, above: Place, name: string): Place | undefined {
    const source = data['v-if'];
    const line = this.#lineOf(data, 'v-if');
    this.#result.notes.push(...partNotes(data, name, this.#lineOf));
    if (source === undefined || source === null || source === true) return above;
    this.#result.counts.conditions += 1;
    if (source === false || source === 'false') {
      this.#result.counts.conditionsRead += 1;
      this.#tell(
        note(line, name, 'lost', 'n’est jamais affiché (v-if: false)', 'is never shown (v-if: false)'),
      );
      return undefined;
    }
    const test = readVIf(String(source));
    const made =
      test === undefined
        ? { ok: false as const, why: { fr: 'c’est un script', en: 'it is a script' } }
        : toCondition(test, this.#known, above);
    if (made.ok) {
      this.#result.counts.conditionsRead += 1;
      return { ...above, when: [...above.when, made.condition] };
    }
    this.#tell(
      note(
        line,
        name,
        'to-complete',
        `condition à écrire (${made.why.fr}) : ${String(source)}`,
        `condition to write (${made.why.en}): ${String(source)}`,
      ),
    );
    return { ...above, loose: true };
  }

  #group(component: FrwComponent, place: Place): void {
    const { data, name } = component;
    const heading = frwText(data['label']);
    this.#result.counts.carried += 1;
    if (heading && !place.list) this.#inform(heading.text, heading.text, place, name);
    this.#components(data['components'], { ...place, ...(name === '' ? {} : { group: name }) });
  }

  #list(component: FrwComponent, place: Place): void {
    const { data, name } = component;
    if (place.list) {
      this.#tell(
        component.note(
          'lost',
          'une liste ne peut pas en contenir une autre',
          'a list can’t hold another one',
        ),
      );
      return;
    }
    const key = frwKey(`${place.prefix}${name}`, this.#taken);
    const members: Data[] = [];
    const after: Data[] = [];
    this.#known.add(name, place, { question: { key, type: 'group' }, options: new Map() });
    this.#components(data['components'], {
      ...place,
      when: [],
      loose: false,
      group: name,
      repeated: key,
      list: { members, after },
    });
    if (members.length > 0) {
      const label = this.#label(component);
      const limit = Number(data['limit']);
      const min = Number(data['minimum'] ?? 1);
      if (!(limit >= 1))
        this.#tell(
          component.note(
            'changed',
            'sans limite : 20 entrées au plus ici',
            'without limit: 20 entries at most here',
          ),
        );
      this.#put(place, {
        key,
        type: 'group',
        label,
        entry: frwText(data['instanceLabel'])?.text ?? label,
        min: Math.min(20, Math.max(0, min || 0)),
        max: Math.min(20, limit >= 1 ? Math.floor(limit) : 20),
        ...askedParts(component, place),
        questions: members,
      });
      this.#result.counts.carried += 1;
    } else
      this.#tell(
        component.note(
          'lost',
          'aucune de ses questions ne peut être dans une liste',
          'none of its questions can be in a list',
        ),
      );
    for (const question of after) this.#result.questions.push({ ...question, ...when(place.when) });
  }

  #display(component: FrwComponent, place: Place, counted: boolean): void {
    const { data, type } = component;
    const [title, text] = [frwText(data['title']), frwText(data['text'])];
    if (!counted && title === undefined && text === undefined) return;
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
      this.#tell(component.note('lost', ...why));
      return;
    }
    const label = title?.text ?? { fr: 'À savoir', en: 'Good to know' };
    this.#inform(label, body.text, place, type);
    if (counted) this.#result.counts.carried += 1;
    if (body.marked)
      this.#tell(
        component.note(
          'changed',
          'le texte est repris sans sa mise en forme HTML',
          'the text is carried over without its HTML',
        ),
      );
    if (body.untranslated)
      this.#tell(component.note('to-complete', 'le texte n’est pas traduit', 'the text is not translated'));
  }

  #inform(label: Bilingual, body: Bilingual, place: Place, name: string): void {
    if (place.loose) return;
    const key = frwKey(`info-${place.prefix}${name}`, this.#taken);
    this.#result.questions.push({ key, type: 'information', label, body, ...when(place.when) });
  }

  #ask(component: FrwComponent, place: Place): void {
    const { name, type, data } = component;
    const made = frwQuestion(component);
    if (made === undefined) {
      if (type === 'hidden') this.#known.hide(name, place);
      this.#tell(unknownType(component));
      return;
    }
    this.#result.counts.carried += 1;
    this.#result.notes.push(...made.notes, ...keyNotes(component));
    const fitted = place.list ? this.#inList(component, made) : made;
    const key = frwKey(`${place.prefix}${name}`, this.#taken);
    this.#known.add(name, place, {
      question: { key, type: fitted.type },
      options: fitted.options,
      ...(place.repeated !== undefined && !outsideLists.has(fitted.type) ? { group: place.repeated } : {}),
    });
    const help = [
      frwText(data['help']),
      frwText(isData(data['tooltip']) ? (data['tooltip']['text'] ?? data['tooltip']) : data['tooltip']),
    ].flatMap((one) => one?.text ?? []);
    this.#put(
      place,
      {
        key,
        type: fitted.type,
        label: fitted.label ?? this.#label(component),
        ...(help.length > 0
          ? { help: { fr: help.map(({ fr }) => fr).join('\n'), en: help.map(({ en }) => en).join('\n') } }
          : {}),
        ...askedParts(component, place, fitted.sensitive),
        ...fitted.own,
      },
      outsideLists.has(fitted.type),
    );
  }

  /** A consent in a list becomes a yes or no; a document follows the list. */
  #inList(component: FrwComponent, made: FrwQuestion): FrwQuestion {
    if (outsideLists.has(made.type))
      this.#tell(
        component.note(
          'changed',
          'un document ne peut pas être dans une liste : il est demandé après elle',
          'a document can’t be in a list: it is asked after it',
        ),
      );
    if (made.type !== 'consent') return made;
    this.#tell(
      component.note(
        'changed',
        'un consentement dans une liste devient un oui ou non',
        'a consent in a list becomes a yes or no',
      ),
    );
    return { ...made, type: 'yes-no', own: {} };
  }

  #put(place: Place, question: Data, outside = false): void {
    const asked = { ...question, ...when(place.when) };
    if (place.list === undefined) this.#result.questions.push(asked);
    else if (outside) place.list.after.push({ ...question, required: false });
    else place.list.members.push(asked);
  }

  #label(component: FrwComponent): Bilingual {
    const read = frwText(component.data['label']);
    if (read?.untranslated)
      this.#tell(
        component.note('to-complete', 'le libellé n’est pas traduit', 'the label is not translated', 'label'),
      );
    if (read) return read.text;
    this.#tell(component.note('to-complete', 'il n’a pas de libellé', 'it has no label'));
    return { fr: `${toCompleteMark.fr} – ${component.name}`, en: `${toCompleteMark.en} – ${component.name}` };
  }

  #tell(line: FrwNote): void {
    this.#result.notes.push(line);
  }
}
