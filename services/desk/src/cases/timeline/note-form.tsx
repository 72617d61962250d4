import { newId } from '@guichet/kernel';
import { Button, words } from '@guichet/pages';
import { CaseForm } from '../frame/case-form.tsx';
import type { CaseView } from '../frame/case-view.ts';
import { WordsField } from '../frame/words-field.tsx';

/** Draws what staff write to each other on a case; closed until asked for. */
export function NoteForm(view: CaseView) {
  const { language, problem } = view;
  const { notes } = words(language).work;
  const refused = problem?.form === 'note' ? problem : undefined;
  return (
    <CaseForm view={view} title={notes.add} path="notes" isRefused={refused !== undefined}>
      <input type="hidden" name="key" value={newId()} />
      <WordsField
        id="note-words"
        name="words"
        label={notes.words}
        hint={notes.hint}
        rows={4}
        max={4000}
        problem={refused}
      />
      <Button kind="secondary">{notes.submit}</Button>
    </CaseForm>
  );
}
