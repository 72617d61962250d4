import {
  type Answers,
  type CompiledService,
  formatAnswer,
  quoted,
  type Referral,
  writeList,
} from '@guichet/catalogue';
import { type CaseReferral, tellingWays } from '@guichet/casework';
import { CsrfField, formatDay, words } from '@guichet/pages';
import { DueSign } from '../frame/due-sign.tsx';
import { SeenField } from './lock/seen-field.tsx';
import type { CaseView } from './frame/case-view.ts';
import { WordsField } from './frame/words-field.tsx';

/** Draws the other bodies a case is about: what each may be told, that it was told, and what came of it. */
export function ReferralsSection(view: CaseView) {
  const { file, service, language } = view;
  if (service === undefined || file.referrals.length === 0) return null;
  return (
    <section aria-labelledby="referrals">
      <h2 id="referrals">{words(language).work.referrals.title}</h2>
      {file.referrals.map((referral) => {
        const said = service.definition.referrals?.find(({ key }) => key === referral.key);
        return said ? <OneReferral {...view} service={service} referral={referral} said={said} /> : null;
      })}
    </section>
  );
}

interface ReferralView extends CaseView {
  service: CompiledService;
  referral: CaseReferral;
  /** As the definition writes it. */
  said: Referral;
}

function OneReferral(view: ReferralView) {
  const { file, service, referral, said, language, now } = view;
  const { referrals } = words(language).work;
  const { told, news } = referral;
  return (
    <article class="reply">
      <h3>{said.to[language]}</h3>
      <p class="quiet">{said.why[language]}</p>
      {referral.agreed ? (
        <ul>
          {referral.tells.map((key) => (
            <li>{answerLine(service, file, key, language)}</li>
          ))}
        </ul>
      ) : (
        <p>{referrals.noConsent}</p>
      )}
      {told ? <p>{referrals.told(formatDay(told.at, language), told.by, referrals.ways[told.way])}</p> : null}
      {told?.newsDueAt && !news ? (
        <p>
          {referrals.newsDue} <DueSign dueAt={told.newsDueAt} now={now} language={language} />
        </p>
      ) : null}
      {news ? (
        <>
          <p>{referrals.heard(formatDay(news.at, language), news.by)}</p>
          <blockquote lang={file.language}>
            {news.words.split('\n').map((line) => (
              <span class="line">{line}</span>
            ))}
          </blockquote>
        </>
      ) : null}
      {referral.agreed && !told && view.me.tells ? <TellingForm {...view} /> : null}
      {told && !news && view.me.hears ? <NewsForm {...view} /> : null}
    </article>
  );
}

function TellingForm({ file, referral, said, language, csrf }: ReferralView) {
  const { referrals } = words(language).work;
  const id = `way-${referral.key}`;
  return (
    <form
      method="post"
      action={`/cases/${file.reference}/referrals/${referral.key}/telling`}
      class="form form-dense"
    >
      <CsrfField token={csrf} />
      <SeenField file={file} />
      <div class="field">
        <label class="label" for={id}>
          {referrals.way}
        </label>
        <select class="input" id={id} name="way">
          {tellingWays.map((way) => (
            <option value={way}>{referrals.ways[way]}</option>
          ))}
        </select>
      </div>
      <button class="button button-secondary" type="submit" aria-label={referrals.markOf(said.to[language])}>
        {referrals.mark}
      </button>
    </form>
  );
}

function NewsForm({ file, referral, said, language, csrf, problem }: ReferralView) {
  const { referrals, case: ofCase } = words(language).work;
  const refused = problem?.form === 'news' && problem.referral === referral.key ? problem : undefined;
  const id = `news-${referral.key}`;
  return (
    <details class="details fold" open={refused !== undefined}>
      <summary>{referrals.hear(said.to[language])}</summary>
      <form
        method="post"
        action={`/cases/${file.reference}/referrals/${referral.key}/news`}
        class="form form-dense"
      >
        <CsrfField token={csrf} />
        <SeenField file={file} />
        <WordsField
          id={id}
          name="news"
          label={referrals.news}
          hint={ofCase.inLanguage[file.language]}
          rows={4}
          max={4000}
          lang={file.language}
          problem={refused}
        />
        {file.replyWay === 'none' ? null : (
          <div class="options">
            <div class="option">
              <input type="checkbox" id={`${id}-tell`} name="tell" value="yes" checked />
              <label for={`${id}-tell`}>{referrals.tellPerson}</label>
            </div>
          </div>
        )}
        <button class="button button-secondary" type="submit">
          {referrals.keep}
        </button>
      </form>
    </details>
  );
}

/** The question, and its answer where it may be shown. */
function answerLine(
  service: CompiledService,
  { answers }: CaseView['file'],
  key: string,
  language: CaseView['language'],
): string {
  const question = service.question(key);
  if (question === undefined) return key;
  const value = answers.find((answer) => answer.question === key)?.value as Answers[string] | undefined;
  const label = quoted(question.label[language], language);
  if (value === undefined) return `${label} ${words(language).work.referrals.hidden}`;
  return `${label} ${writeList(formatAnswer(question, value, language).split('\n'), language)}`;
}
