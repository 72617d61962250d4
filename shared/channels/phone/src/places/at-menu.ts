import type { CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { confidenceMin, gather } from '../askers/asker.ts';
import { menuPage } from '../askers/menu-page.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import { phoneServices } from '../dialog/service-of.ts';
import type { Input } from '../dialog/turn.ts';
import { heardOption, optionPhrases } from '../grammar/spoken-choice.ts';
import { firstMenu } from '../menu/first-menu.ts';
import { entryOption, type MenuEntry, menuEntries } from '../menu/menu-entries.ts';
import { remembered } from '../menu/remembered.ts';
import { briefWordsOf } from '../words/brief-words.ts';
import { isBrief } from '../words/is-brief.ts';
import { wordsOf } from '../words/words-of.ts';
import { missed } from './missed.ts';
import { startService } from './start-service.ts';

type At = PlaceAt<'menu'>;

/** A request made before, then the services by theme; the services of a theme five at a time; and a person. */
export function presentMenu(state: CallState, place: At, deps: CallDeps): Presented {
  const { language } = state;
  const words = isBrief(state, place) ? briefWordsOf(language) : wordsOf(language);
  const { items, more } = menuPage(entriesAt(state, place, deps), place.page);
  const speech = state.speechMisses < 2 && place.misses < 2;
  const say = [
    ...(phoneServices(deps).length === 0 ? [words.noService] : []),
    place.themes === undefined ? words.menu : words.menuOf(words.themes(place.themes)),
    ...items.map((entry, index) => words.option(entryOption(entry).label[language], index + 1)),
    ...(more ? [words.more] : []),
    ...(place.themes === undefined ? [] : [words.firstMenu]),
    ...(speech ? [words.menuSpeech] : []),
    words.person,
  ];
  return {
    say: say.map((text) => ({ text })),
    listen: gather('one', speech ? hints(phoneServices(deps), language) : undefined),
  };
}

export function takeMenu(state: CallState, place: At, input: Input, deps: CallDeps): Move {
  const words = wordsOf(state.language);
  const { items, page, more } = menuPage(entriesAt(state, place, deps), place.page);
  const key = input.kind === 'keys' ? input.digits : '';
  if (more && key === '9') return moveTo({ ...state, place: { ...place, page: page + 1 } });
  if (place.themes !== undefined && key === '8') return moveTo({ ...state, place: firstMenu });
  const entry = input.kind === 'keys' ? items[Number(key) - 1] : spokenEntry(state, input, deps);
  if (entry === undefined) {
    return missed(state, input, input.kind === 'silence' ? words.nothingHeard : words.notUnderstood);
  }
  switch (entry.kind) {
    case 'made':
      return moveTo({ ...state, place: { at: 'made', misses: 0 } });
    case 'group':
      return moveTo({ ...state, place: { ...firstMenu, themes: entry.themes } });
    case 'service':
      return startService(state, entry.service, deps);
  }
}

function entriesAt({ language }: CallState, { themes }: At, deps: CallDeps): readonly MenuEntry[] {
  return menuEntries(phoneServices(deps), themes, language);
}

/** A service can be said at every level, whatever its theme. */
function sayable(services: readonly CompiledService[], language: Language): MenuEntry[] {
  const first = menuEntries(services, undefined, language).filter(({ kind }) => kind !== 'service');
  return [...first, ...services.map((service): MenuEntry => ({ kind: 'service', service }))];
}

const hints = remembered((services: readonly CompiledService[], language) =>
  sayable(services, language as Language).flatMap((entry) =>
    optionPhrases(entryOption(entry), language as Language),
  ),
);

/** A service said by name goes before a theme that holds the same word. */
function spokenEntry(state: CallState, input: Input, deps: CallDeps): MenuEntry | undefined {
  if (input.kind !== 'speech' || (input.confidence ?? 0) < confidenceMin) return undefined;
  const { text } = input;
  const heard = (entries: MenuEntry[]): MenuEntry | undefined => {
    const options = entries.map((entry) => entryOption(entry));
    const said = heardOption(options, text, state.language);
    return said?.sure === true ? entries[options.indexOf(said.option)] : undefined;
  };
  const all = sayable(phoneServices(deps), state.language);
  return (
    heard(all.filter(({ kind }) => kind === 'service')) ?? heard(all.filter(({ kind }) => kind !== 'service'))
  );
}
