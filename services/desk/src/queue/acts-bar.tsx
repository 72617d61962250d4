import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import type { Hands } from './queue-filters.tsx';

/** Draws what can be done with the cases chosen; it stands in the form that holds their boxes. */
export function ActsBar({ language, hands }: { language: Language; hands: Hands }) {
  const { acts } = words(language).queue;
  return (
    <div class="acts" data-acts role="group" aria-label={acts.title}>
      <p>
        {acts.title}{' '}
        <span
          class="quiet"
          data-chosen
          data-one={acts.chosen(1).replace('1', '9')}
          data-many={acts.chosen(9)}
        ></span>
      </p>
      <button class="button button-secondary" type="submit" name="act" value="take">
        {acts.take}
      </button>
      <Pair
        id="act-to"
        label={acts.giveTo}
        pick={acts.pick}
        options={hands.colleagues.map(({ staffId, name }) => ({ value: staffId, name }))}
        act="assign"
        does={acts.give}
      />
      <Pair
        id="act-team"
        label={acts.moveTo}
        pick={acts.pick}
        options={hands.teams.map(({ code, name }) => ({ value: code, name: name[language] }))}
        act="move"
        does={acts.move}
      >
        <div>
          <label class="label" for="act-reason">
            {acts.reason}
          </label>
          <input
            class="input"
            id="act-reason"
            name="act-reason"
            type="text"
            maxlength={1000}
            autocomplete="off"
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
  /** What else it takes. */
  children?: Child;
}

function Pair({ id, label, pick, options, act, does, children }: PairProps) {
  return (
    <div class="acts-pair">
      <div>
        <label class="label" for={id}>
          {label}
        </label>
        <select class="input" id={id} name={id}>
          <option value="">{pick}</option>
          {options.map(({ value, name }) => (
            <option value={value}>{name}</option>
          ))}
        </select>
      </div>
      {children}
      <button class="button button-secondary" type="submit" name="act" value={act}>
        {does}
      </button>
    </div>
  );
}
