import { templatesFor } from '@guichet/casework';
import { newId } from '@guichet/kernel';
import { Button, CsrfField, formatInstant, words } from '@guichet/pages';
import type { CaseView } from '../frame/case-view.ts';
import { WordsField } from '../frame/words-field.tsx';
import { SeenField } from '../lock/seen-field.tsx';

/** Draws a reply to the person, begun from a template or from nothing, kept while it is typed; closed until asked for. */
export function ReplyForm({ file, language, csrf, problem, templates = [] }: CaseView) {
  const { reply, case: said } = words(language).work;
  if (file.replyWay === 'none') return null;
  const refused = problem?.form === 'reply' ? problem : undefined;
  const draft = file.drafts.find(({ form }) => form === 'reply');
  const offered = templatesFor(templates, file, null);
  const action = `/cases/${file.reference}/reply`;
  return (
    <details class="details fold" id="reply" open={refused !== undefined || draft !== undefined}>
      <summary data-key="reply">{reply.title}</summary>
      <form
        method="post"
        action={action}
        class="form form-dense"
        data-autosave={`/cases/${file.reference}/drafts/reply`}
      >
        <CsrfField token={csrf} />
        <SeenField file={file} />
        <input type="hidden" name="key" value={newId()} />
        {offered.length === 0 ? null : (
          <div class="search-row">
            <label class="label" for="reply-template">
              {reply.template}
            </label>
            <select class="input" id="reply-template" name="template">
              {offered.map(({ id, name }) => (
                <option value={id}>{name[language]}</option>
              ))}
            </select>
            <Button kind="secondary" name="step" value="template">
              {reply.insert}
            </Button>
          </div>
        )}
        <WordsField
          id="reply-words"
          name="words"
          label={reply.words}
          hint={said.inLanguage[file.language]}
          rows={8}
          max={4000}
          lang={file.language}
          value={refused?.text ?? draft?.fields['words']}
          refused={refused?.message}
        />
        <p class="quiet" data-saved={reply.saved} role="status">
          {draft === undefined ? '' : reply.savedAt(formatInstant(draft.savedAt, language))}
        </p>
        <p class="row-buttons">
          <Button kind="secondary" name="step" value="preview">
            {reply.preview}
          </Button>
          <Button kind="quiet" name="step" value="draft">
            {reply.keep}
          </Button>
        </p>
      </form>
    </details>
  );
}
