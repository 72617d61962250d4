import type { QueueFilter } from '@guichet/casework';
import type { Language, Reference } from '@guichet/kernel';
import { type DeskAct, type FieldProblem, words } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { LabelledSelect } from '../frame/labelled-select.tsx';
import type { Hands } from './queue-filters.tsx';

/** An act that was refused as a whole, as it was typed. */
export interface RefusedAct {
  problem: FieldProblem;
  chosen: readonly Reference[];
  to: string;
  team: string;
  reason: string;
  /** The page of the queue that it came from. */
  filter: QueueFilter;
  after: string | undefined;
}

/** Draws what can be done with the cases chosen; it stands in the form that holds their boxes. */
export function ActsBar({
  language,
  hands,
  refused,
}: {
  language: Language;
  hands: Hands;
  refused?: RefusedAct | undefined;
}) {
  const { acts } = words(language).queue;
  const wrong = refused?.problem.path === 'act-reason' ? refused.problem.message : undefined;
  return (
    <div class="acts" data-acts role="group" aria-labelledby="acts-title">
      <p
        id="acts-title"
        data-chosen
        data-none={acts.title}
        data-one={acts.chosen(1).replace('1', '9')}
        data-many={acts.chosen(9)}
      >
        {acts.title}
      </p>
      <button class="button button-secondary" type="submit" name="act" value="take" data-key="take">
        {acts.take}
      </button>
      <Pair
        id="act-to"
        label={acts.giveTo}
        pick={acts.pick}
        options={hands.colleagues.map(({ staffId, name }) => ({ value: staffId, name }))}
        act="assign"
        chosen={refused?.to}
        problem={refused?.problem}
        does={acts.give}
        shortcut="assign"
      />
      <Pair
        id="act-team"
        label={acts.moveTo}
        pick={acts.pick}
        options={hands.teams.map(({ code, name }) => ({ value: code, name: name[language] }))}
        act="move"
        chosen={refused?.team}
        problem={refused?.problem}
        does={acts.move}
      >
        <div>
          <label class="label" for="act-reason">
            {acts.reason}
          </label>
          {wrong === undefined ? null : (
            <p class="error error-line" id="act-reason-error">
              {wrong}
            </p>
          )}
          <input
            class="input"
            id="act-reason"
            name="act-reason"
            type="text"
            maxlength={1000}
            autocomplete="off"
            value={refused?.reason}
            aria-describedby={wrong === undefined ? undefined : 'act-reason-error'}
            aria-invalid={wrong === undefined ? undefined : 'true'}
          />
        </div>
      </Pair>
      <button class="button button-secondary" type="submit" name="act" value="return">
        {acts.giveBack}
      </button>
    </div>
  );
}

interface PairProps {
  id: string;
  label: string;
  pick: string;
  options: readonly { value: string; name: string }[];
  act: string;
  does: string;
  /** The key of the desk that goes to the list. */
  shortcut?: DeskAct;
  /** As it was typed. */
  chosen?: string | undefined;
  problem?: FieldProblem | undefined;
  /** What else it takes. */
  children?: Child;
}

function Pair({ id, label, pick, options, act, does, shortcut, chosen, problem, children }: PairProps) {
  const wrong = problem?.path === id ? problem.message : undefined;
  return (
    <div class="acts-pair">
      <div>
        <LabelledSelect
          id={id}
          label={label}
          none={pick}
          options={options}
          chosen={chosen}
          shortcut={shortcut}
          refused={wrong}
        />
      </div>
      {children}
      <button class="button button-secondary" type="submit" name="act" value={act}>
        {does}
      </button>
    </div>
  );
}
