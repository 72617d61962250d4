import type { MemberQuestion, QuestionOf } from '@guichet/catalogue';
import { askedName, entriesName } from '@guichet/catalogue';
import type { Child } from 'hono/jsx';
import { Button } from '../button.tsx';
import { words } from '../words.ts';
import { Grouped, type QuestionFrame } from './question-frame.tsx';

export interface EntrySetProps {
  question: QuestionOf<'group'>;
  frame: QuestionFrame;
  /** What each entry asks for. */
  entries: readonly (readonly MemberQuestion[])[];
  /** Draws the members of one entry. */
  draw: (members: readonly MemberQuestion[], index: number) => Child;
}

/** Draws the entries of a repeatable group, with buttons that add and remove entries by posting the form. */
export function EntrySet({ question, frame, entries, draw }: EntrySetProps) {
  const { field } = words(frame.language);
  const count = entries.length;
  const said = question.entry[frame.language];
  const entry = said.charAt(0).toLocaleUpperCase('fr-CA') + said.slice(1);
  return (
    <Grouped frame={frame}>
      <input type="hidden" name={entriesName(frame.name)} value={String(count)} />
      {count === 0 ? (
        <p class="quiet" id={frame.id} tabindex={-1}>
          {field.noEntry}
        </p>
      ) : null}
      {entries.map((members, index) => (
        <fieldset class="entry" id={index === 0 ? frame.id : undefined} tabindex={-1}>
          <legend class="entry-name">{field.entry(entry, index + 1)}</legend>
          <input
            type="hidden"
            name={askedName(question.key, index)}
            value={members.map((member) => member.key).join(' ')}
          />
          {draw(members, index)}
          {count > question.min ? (
            <Button kind="quiet" action={{ do: 'remove', group: question.key, index }}>
              {field.remove(entry, index + 1)}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {count < question.max ? (
        <Button kind="secondary" action={{ do: 'add', group: question.key }}>
          {field.add(said)}
        </Button>
      ) : null}
    </Grouped>
  );
}
