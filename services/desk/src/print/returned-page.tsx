import {
  type FoundPosting,
  type ReturnedMail,
  type ReturnedWhy,
  returnedWhys,
  type ServiceShelf,
} from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import {
  Button,
  ErrorSummary,
  formatDay,
  formatInstant,
  Notice,
  QuestionForm,
  Table,
  words,
} from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';
import { contentOf } from './content-of.ts';
import { PostingName } from './posting-name.tsx';

export interface ReturnedPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  mail: ReturnedMail;
  told?: string;
  typed?: string;
  /** Of the pile that is being taken in. */
  why?: ReturnedWhy | undefined;
  problem?: { path: string; message: string };
}

/** Draws where the code of a returned letter is read or typed, where a pile is sent, and what came back last. */
export function ReturnedPage(props: ReturnedPageProps) {
  const { language, csrf, catalogue, mail, told, typed = '', why, problem } = props;
  const { desk, work } = words(language);
  const { returned, back } = work.print;
  const codeProblem = problem?.path === 'code' ? problem.message : undefined;
  const fileProblem = problem?.path === 'file' ? problem.message : undefined;
  return (
    <>
      <a class="back" href="/print">
        {back}
      </a>
      <ErrorSummary
        language={language}
        problems={problem === undefined ? [] : [problem]}
        hrefOf={({ path }) => `#${path}`}
      />
      <h1>{returned.title}</h1>
      <p class="quiet">{returned.lead}</p>
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      <QuestionForm action="/print/returned" csrf={csrf} dense>
        <div class="field">
          <label class="label" for="code">
            {returned.code}
          </label>
          <p class="help" id="code-hint">
            {returned.codeHint}
          </p>
          {codeProblem === undefined ? null : (
            <p class="error error-line" id="code-error">
              {codeProblem}
            </p>
          )}
          <input
            class="input"
            id="code"
            name="code"
            value={typed}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            autofocus={problem === undefined}
            aria-describedby={codeProblem === undefined ? 'code-hint' : 'code-hint code-error'}
            aria-invalid={codeProblem === undefined ? undefined : 'true'}
          />
        </div>
        <WhyField language={language} id="why" chosen={why} />
        <Button>{returned.look}</Button>
      </QuestionForm>
      <details class="details fold" open={fileProblem !== undefined}>
        <summary>{returned.scan}</summary>
        <QuestionForm action="/print/returned/scans" csrf={csrf} files dense>
          <WhyField language={language} id="pile-why" chosen={why} />
          <div class="field">
            <label class="label" for="file">
              {returned.scan}
            </label>
            <p class="help" id="file-hint">
              {returned.scanHint}
            </p>
            {fileProblem === undefined ? null : (
              <p class="error error-line" id="file-error">
                {fileProblem}
              </p>
            )}
            <input
              class="input-file"
              type="file"
              id="file"
              name="file"
              multiple
              accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff"
              aria-describedby={fileProblem === undefined ? 'file-hint' : 'file-hint file-error'}
              aria-invalid={fileProblem === undefined ? undefined : 'true'}
            />
          </div>
          <Button kind="secondary">{returned.scanSubmit}</Button>
        </QuestionForm>
      </details>
      {mail.reading.length === 0 ? null : (
        <>
          <h2>{returned.reading}</h2>
          <ul>
            {mail.reading.map(({ fileName, why: of }) => (
              <li>
                {fileName} ({returned.whys[of]})
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{returned.last}</h2>
      <Table
        caption={returned.last}
        captionHidden
        stacked
        empty={returned.none}
        columns={[
          { label: desk.queue.reference },
          { label: desk.queue.service },
          { label: returned.postedOn },
          { label: returned.returnedAt },
          { label: returned.why },
        ]}
        rows={mail.rows.map((row) => ({
          cells: [
            <PostingName posting={row} language={language} />,
            serviceName(catalogue, row.serviceCode, language, row.serviceVersion),
            row.postedAt === null ? '' : formatDay(row.postedAt, language),
            formatInstant(row.returnedAt, language),
            returned.whys[row.why],
          ],
        }))}
      />
    </>
  );
}

function WhyField({
  language,
  id,
  chosen,
}: {
  language: Language;
  id: string;
  chosen: ReturnedWhy | undefined;
}) {
  const { returned } = words(language).work.print;
  return (
    <div class="field">
      <label class="label" for={id}>
        {returned.pile}
      </label>
      <select class="input" id={id} name="why">
        {returnedWhys.toReversed().map((why) => (
          <option value={why} selected={why === (chosen ?? 'unstated')}>
            {returned.whys[why]}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface FoundPostingsProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  found: FoundPosting[];
  why: ReturnedWhy | undefined;
}

/** Draws what was posted under a code: which letter, of which case, to whom, and the button that enters its return. */
export function FoundPostings({ language, csrf, catalogue, found, why }: FoundPostingsProps) {
  const { returned } = words(language).work.print;
  return (
    <>
      <a class="back" href="/print/returned">
        {returned.another}
      </a>
      <h1>{returned.foundTitle}</h1>
      {found.length > 1 ? <p>{returned.several}</p> : null}
      {found.map((posting, at) => (
        <OnePosting
          language={language}
          csrf={csrf}
          catalogue={catalogue}
          posting={posting}
          why={why}
          isFirst={at === 0}
        />
      ))}
    </>
  );
}

function OnePosting({
  language,
  csrf,
  catalogue,
  posting,
  why,
  isFirst,
}: Omit<FoundPostingsProps, 'found'> & { posting: FoundPosting; isFirst: boolean }) {
  const { desk, work } = words(language);
  const { returned } = work.print;
  const { id, returnedAt, returnedWhy, postedAt, to } = posting;
  const canReturn = postedAt !== null && (returnedAt === null || returnedWhy === 'unstated');
  return (
    <article class="reply">
      <h2>
        {[
          contentOf(posting, language),
          serviceName(catalogue, posting.serviceCode, language, posting.serviceVersion),
        ]
          .filter(Boolean)
          .join(', ')}
      </h2>
      <dl class="facts">
        <div>
          <dt>{desk.queue.reference}</dt>
          <dd>
            <PostingName posting={posting} language={language} />
          </dd>
        </div>
        <div>
          <dt>{returned.to}</dt>
          <dd>
            {(to === undefined ? [returned.destroyed] : [to.name, ...to.lines]).map((line) => (
              <span class="line">{line}</span>
            ))}
          </dd>
        </div>
        {postedAt === null ? null : (
          <div>
            <dt>{returned.postedOn}</dt>
            <dd>{formatDay(postedAt, language)}</dd>
          </div>
        )}
      </dl>
      {postedAt === null ? <Notice language={language} title={returned.notPosted} /> : null}
      {returnedAt === null || returnedWhy === null ? null : (
        <Notice
          language={language}
          title={returned.already(formatInstant(returnedAt, language), returned.whys[returnedWhy])}
        />
      )}
      {canReturn ? (
        <QuestionForm action={`/print/returned/${id}`} csrf={csrf} dense>
          <fieldset class="field">
            <legend class="label">{returned.pile}</legend>
            <div class="options">
              {returnedWhys.map((one) => (
                <div class="option">
                  <input
                    type="radio"
                    id={`why-${id}-${one}`}
                    name="why"
                    value={one}
                    checked={one === (why ?? 'unstated')}
                    autofocus={isFirst && one === (why ?? 'unstated')}
                  />
                  <label for={`why-${id}-${one}`}>{returned.whys[one]}</label>
                </div>
              ))}
            </div>
          </fieldset>
          <Button>{returned.confirm}</Button>
        </QuestionForm>
      ) : null}
    </article>
  );
}
