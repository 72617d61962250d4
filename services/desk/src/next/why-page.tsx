import type { ExplainedCase, ServiceShelf, TakeReason } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { formatDay, formatInstant, words } from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';
import { waited } from '../frame/waited.ts';
import { needsOf } from './turn-page.tsx';

export interface WhyPageProps {
  language: Language;
  catalogue: ServiceShelf;
  file: ExplainedCase;
}

const whys = ['passedSkill', 'passedLanguage', 'passedClearance', 'passedSkipped', 'passedBusy'] as const;

/** Says in words why a case came next for each who took it. */
export function WhyPage({ language, catalogue, file }: WhyPageProps) {
  const { turn } = words(language).work.people;
  return (
    <>
      <a class="back" href="/supervisor/next">
        {turn.title}
      </a>
      <h1>{turn.caseTitle(formatReference(file.reference))}</h1>
      <p>
        <a href={`/cases/${file.reference}`}>
          {serviceName(catalogue, file.serviceCode, language, file.serviceVersion)}
        </a>
        {`, ${file.team}. ${turn.needs} : ${needsOf(file, language)}.`}
      </p>
      {file.takes.length === 0 ? <p class="quiet">{turn.never}</p> : null}
      {file.takes.map(({ at, by, reason }) => (
        <section>
          <h2>{turn.takenBy(by, formatInstant(at, language))}</h2>
          {reason ? (
            <Reason reason={reason} at={at} language={language} catalogue={catalogue} />
          ) : (
            <p>{turn.noReason}</p>
          )}
        </section>
      ))}
    </>
  );
}

function Reason({
  reason,
  at,
  language,
  catalogue,
}: {
  reason: TakeReason;
  at: Date;
  language: Language;
  catalogue: ServiceShelf;
}) {
  const { turn, languages, clearances } = words(language).work.people;
  const passed = whys.filter((why) => reason[why] > 0);
  const what = reason.every
    ? [turn.every]
    : [...reason.skills, ...reason.services.map((code) => serviceName(catalogue, code, language))];
  const spoken = turn.inLanguages(reason.languages.map((one) => languages[one]).join(', '));
  return (
    <>
      <p>
        {turn.first(
          formatDay(new Date(reason.due), language),
          waited(new Date(reason.deposited), at, language),
        )}
      </p>
      <p>{turn.could([...what, spoken, clearances[reason.clearance].toLowerCase()].join(', '))}</p>
      <p>{turn.hold(reason.held, reason.capacity)}</p>
      {passed.length === 0 ? (
        <p>{turn.none}</p>
      ) : (
        <>
          <p>{turn.before}</p>
          <ul>
            {passed.map((why) => (
              <li>{turn.passed[why](reason[why])}</li>
            ))}
          </ul>
          {reason.passedMore ? <p class="quiet">{turn.more}</p> : null}
        </>
      )}
    </>
  );
}
