import { newId } from '@guichet/kernel';
import { Button, CsrfField, words } from '@guichet/pages';
import type { CaseView } from '../frame/case-view.ts';
import { WordsField } from '../frame/words-field.tsx';

/** Draws what staff write to each other on a case; closed until asked for. */
export function NoteForm({ file, language, csrf, problem }: CaseView) {
  const { notes } = words(language).work;
  const refused = problem?.form === 'note' ? problem : undefined;
  return (
    <details class="details fold" open={refused !== undefined}>
      <summary>{notes.add}</summary>
      <form method="post" action={`/cases/${file.reference}/notes`} class="form form-dense">
        <CsrfField token={csrf} />
        <input type="hidden" name="key" value={newId()} />
        <WordsField
          id="note-words"
          name="words"
          label={notes.words}
          hint={notes.hint}
          rows={4}
          max={4000}
          value={refused?.text}
          refused={refused?.message}
        />
        <Button kind="secondary">{notes.submit}</Button>
      </form>
    </details>
  );
}
