import { loggedChannels } from '@guichet/casework';
import { newId } from '@guichet/kernel';
import { Button, words } from '@guichet/pages';
import { CaseForm } from '../frame/case-form.tsx';
import type { CaseView } from '../frame/case-view.ts';
import { Choices } from '../frame/choices.tsx';
import { WordsField } from '../frame/words-field.tsx';

/** Draws what staff write down of a call, a visit or a message that the desk was no part of; closed until asked for. */
export function ContactForm(view: CaseView) {
  const { language, problem } = view;
  const { timeline, contacts } = words(language).work;
  const refused = problem?.form === 'contact' ? problem : undefined;
  const typed = refused?.typed ?? {};
  return (
    <CaseForm view={view} title={contacts.add} path="contacts" isRefused={refused !== undefined}>
      <input type="hidden" name="key" value={newId()} />
      <Choices
        name="channel"
        legend={contacts.channel}
        options={loggedChannels.map((one) => [one, timeline.channels[one]])}
        chosen={typed['channel'] ?? 'phone'}
      />
      <Choices
        name="direction"
        legend={contacts.direction}
        options={[
          ['in', contacts.in],
          ['out', contacts.out],
        ]}
        chosen={typed['direction'] ?? 'in'}
      />
      <div class="field">
        <label class="label" for="contact-minutes">
          {contacts.minutes}
        </label>
        <input
          class="input input-short"
          id="contact-minutes"
          name="minutes"
          inputmode="numeric"
          autocomplete="off"
          value={typed['minutes']}
        />
      </div>
      <WordsField
        id="contact-words"
        name="words"
        label={contacts.words}
        rows={4}
        max={4000}
        problem={refused}
      />
      <Button kind="secondary">{contacts.submit}</Button>
    </CaseForm>
  );
}
