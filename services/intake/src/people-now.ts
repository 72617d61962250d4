import type { LineState } from '@guichet/casework';
import type { PeopleNow } from '@guichet/channels/phone';

/** Gives the telephone what it needs to know of opening hours and of the lines that can be rung. */
export function peopleNow(line: LineState, lines: number): PeopleNow {
  return line.state === 'open' ? { state: 'open', lines } : line;
}
