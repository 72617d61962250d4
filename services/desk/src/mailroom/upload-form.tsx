import { batchBytesMax, batchPagesMax } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Button, QuestionForm, words } from '@guichet/pages';
import { deskAssetPaths } from '../frame/desk-assets.ts';

/** Draws where scanned files are sent to the mailroom, with the limits said before; scripts show how far the sending is. */
export function UploadForm({
  language,
  csrf,
  problem,
}: {
  language: Language;
  csrf: string;
  /** What is wrong with what was sent. */
  problem: string | undefined;
}) {
  const { stations, work } = words(language);
  const { limits, sending, sent, sendFailed } = work.batch;
  return (
    <QuestionForm action="/mailroom/batches" csrf={csrf} files dense>
      <div class="field">
        <label class="label" for="file">
          {stations.mailroom.upload}
        </label>
        <p class="help" id="file-hint">
          {limits(batchBytesMax / 1024 / 1024, batchPagesMax)}
        </p>
        {problem === undefined ? null : (
          <p class="error error-line" id="file-error">
            {problem}
          </p>
        )}
        <div class="search-row">
          <input
            class="input-file"
            type="file"
            id="file"
            name="file"
            multiple
            accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff"
            aria-describedby={problem === undefined ? 'file-hint' : 'file-hint file-error'}
            aria-invalid={problem === undefined ? undefined : 'true'}
          />
          <Button>{stations.mailroom.uploadSubmit}</Button>
        </div>
        <div class="progress" data-sending={sending(0)} data-sent={sent} data-failed={sendFailed} hidden>
          <p id="sending" aria-live="polite"></p>
          <progress value={0} max={100} aria-labelledby="sending"></progress>
        </div>
      </div>
      <script type="module" src={deskAssetPaths.upload}></script>
    </QuestionForm>
  );
}
