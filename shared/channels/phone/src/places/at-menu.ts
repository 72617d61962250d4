import type { CompiledService, Option } from '@guichet/catalogue';
import { confidenceMin, gather } from '../askers/asker.ts';
import { menuPage } from '../askers/menu-page.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import { nextQuestion } from '../dialog/next-question.ts';
import { phoneServices } from '../dialog/service-of.ts';
import type { Input } from '../dialog/turn.ts';
import { optionPhrases, spokenChoice } from '../grammar/spoken-choice.ts';
import { wordsOf } from '../words/words-of.ts';
import { missed } from './missed.ts';

/** The services, five at a time, and a person. */
export function presentMenu(state: CallState, place: PlaceAt<'menu'>, deps: CallDeps): Presented {
  const words = wordsOf(state.language);
  const services = phoneServices(deps);
  const { items, more } = menuPage(services, place.page);
  const say = [
    services.length === 0 ? words.noService : words.menu,
    ...items.map(({ definition }, index) => words.option(definition.name[state.language], index + 1)),
    ...(more ? [words.more] : []),
    words.person,
  ];
  const speech = state.speechMisses < 2 && place.misses < 2;
  const hints = services.flatMap((service) => optionPhrases(asOption(service), state.language));
  return { say: say.map((text) => ({ text })), listen: gather('one', speech ? hints : undefined) };
}

export function takeMenu(state: CallState, place: PlaceAt<'menu'>, input: Input, deps: CallDeps): Move {
  const words = wordsOf(state.language);
  const services = phoneServices(deps);
  const { items, page, more } = menuPage(services, place.page);
  if (input.kind === 'keys' && more && input.digits === '9') {
    return moveTo({ ...state, place: { ...place, page: page + 1 } });
  }
  const service =
    input.kind === 'keys' ? items[Number(input.digits) - 1] : spokenService(services, state, input);
  if (service === undefined) {
    return missed(state, input, input.kind === 'silence' ? words.nothingHeard : words.notUnderstood);
  }
  const { code, version, name } = service.definition;
  const personal = service.questions.some(({ key }) => service.sensitivityOf.get(key) !== 'open');
  const lead = personal
    ? [words.notice(name[state.language]), words.rules]
    : [`${name[state.language]}.`, words.rules];
  return nextQuestion({ ...state, service: { code, version } }, deps, lead);
}

function spokenService(
  services: CompiledService[],
  state: CallState,
  input: Input,
): CompiledService | undefined {
  if (input.kind !== 'speech' || (input.confidence ?? 0) < confidenceMin) return undefined;
  const option = spokenChoice(services.map(asOption), input.text, state.language);
  return services.find(({ definition }) => definition.code === option?.key);
}

function asOption({ definition }: CompiledService): Option {
  const { code, name, keywords } = definition;
  return { key: code, label: name, ...(keywords ? { spoken: keywords } : {}) };
}
