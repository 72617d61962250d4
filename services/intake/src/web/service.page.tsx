import { type CompiledService, type Expression, type Span, writeMoney, writePhone } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { Button, QuestionForm, type Words, words } from '@guichet/pages';
import type { DoorFacts } from '../door.ts';

export interface ServicePageProps {
  service: CompiledService;
  language: Language;
  facts: DoorFacts;
  csrf: string;
}

/** Draws what a person should know of a service before they start: who, what, when, how much, and the other doors. */
export function ServicePage({ service, language, facts, csrf }: ServicePageProps) {
  const { definition } = service;
  const { start } = words(language).walk;
  const papers = service.questions.filter(
    ({ type, required }) => (type === 'file' || type === 'identifier') && required,
  );
  return (
    <>
      <h1>{definition.name[language]}</h1>
      <p class="lead">{definition.summary[language]}</p>
      {definition.channels.web ? (
        <p>{definition.channels.web.except[language]}</p>
      ) : (
        <QuestionForm action={`/services/${definition.code}/requests`} csrf={csrf}>
          <Button action={{ do: 'continue' }}>{start.begin}</Button>
        </QuestionForm>
      )}
      <h2>{start.who}</h2>
      <p>
        {start.whoAnyone} {definition.who.anonymous ? `${start.whoAnonymous} ` : ''}
        {definition.who.onBehalf ? start.whoOnBehalf : ''}
      </p>
      <h2>{start.need}</h2>
      {papers.length === 0 ? (
        <p>{start.needNothing}</p>
      ) : (
        <ul>
          {papers.map((question) => (
            <li>{question.label[language]}</li>
          ))}
        </ul>
      )}
      <p>
        <strong>{start.time}</strong> {start.minutes(Math.ceil(service.questions.length / 3))}
      </p>
      <h2>{start.promise}</h2>
      <p>{start.promiseWithin(spanWords(definition.clocks.decide, start))}</p>
      <Fee service={service} language={language} />
      <OtherDoors service={service} language={language} facts={facts} />
      <h2>{start.legal}</h2>
      <p>{definition.legalBasis[language]}</p>
      <p class="quiet">{start.notice}</p>
    </>
  );
}

function Fee({ service, language }: { service: CompiledService; language: Language }) {
  const { frame, walk } = words(language);
  const rules = service.definition.fee?.rules ?? [];
  return (
    <>
      <h2>{walk.start.fee}</h2>
      {rules.length === 0 ? (
        <p>{frame.free}</p>
      ) : (
        <ul>
          {rules.map(({ cents, label }) => (
            <li>{[label[language], ...feeWords(cents, language)].join(' — ')}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** An amount made from the answers is told at the end, when they are known. */
function feeWords(cents: Expression, language: Language): string[] {
  if (typeof cents !== 'number') return [words(language).walk.start.feeByAnswers];
  return cents === 0 ? [] : [writeMoney(cents, language)];
}

function OtherDoors({ service, language, facts }: Omit<ServicePageProps, 'csrf'>) {
  const { code, channels } = service.definition;
  const { start } = words(language).walk;
  return (
    <>
      <h2>{start.otherWays}</h2>
      <p>{start.otherWaysLead}</p>
      <ul class="ways">
        {facts.phone === undefined ? null : (
          <li>
            <h3>{start.byPhone}</h3>
            <p>
              {channels.phone ? channels.phone.except[language] : start.byPhoneText(writePhone(facts.phone))}
            </p>
          </li>
        )}
        <li>
          <h3>{start.byMail}</h3>
          {channels.mail ? (
            <p>{channels.mail.except[language]}</p>
          ) : (
            <p>
              {start.byMailText} <a href={`/services/${code}/form.pdf?lang=${language}`}>{start.paperForm}</a>{' '}
              <a href={`/services/${code}/form.pdf?lang=${language}&print=large`}>{start.paperFormLarge}</a>
            </p>
          )}
        </li>
        <li>
          <h3>{start.atCounter}</h3>
          <p>{channels.counter ? channels.counter.except[language] : start.atCounterText}</p>
          <p>
            {facts.address.map((line) => (
              <span class="line">{line}</span>
            ))}
          </p>
        </li>
      </ul>
    </>
  );
}

function spanWords({ amount, unit }: Span, { span }: Words['walk']['start']): string {
  if (unit === 'hours') return span.hours(amount);
  return unit === 'business-days' ? span.businessDays(amount) : span.calendarDays(amount);
}
