import { gather } from '../askers/asker.ts';
import type { CallState } from '../dialog/call-state.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { firstMenu } from '../menu/first-menu.ts';

/** Both languages in under eight seconds; silence goes on in French. */
export function presentGreeting(_state: CallState, deps: CallDeps): Presented {
  const hello = deps.deskName ? `Bonjour, ici ${deps.deskName.fr}.` : 'Bonjour.';
  return {
    say: [
      { text: `${hello} Pour continuer en français, faites le 1.`, language: 'fr' },
      { text: 'For English, press 2.', language: 'en' },
      { text: 'Plus lentement : le 3.', language: 'fr' },
    ],
    listen: { ...gather('one'), timeoutSeconds: 5 },
  };
}

export function takeGreeting(state: CallState, input: Input): Move {
  const key = input.kind === 'keys' ? input.digits : '';
  if (key === '3') return moveTo({ ...state, slow: true });
  const language = key === '2' ? 'en' : 'fr';
  return moveTo({ ...state, language, place: firstMenu });
}
