import type { ServiceShelf } from '@guichet/casework';
import { type Bilingual, deskTimeZone, type Language } from '@guichet/kernel';
import { Notice, words } from '@guichet/pages';
import type { DeskRequest } from '../../frame/desk-env.ts';
import { LeaveDialog } from '../../frame/leave-dialog.tsx';
import { drawKept } from './draw-kept.tsx';
import { keptAssetPaths } from './kept-assets.ts';
import { ProvisionalReceipt, ReceiptTools } from './provisional-receipt.tsx';

/** Answers with the counter as it is kept for want of network: what is kept on this workstation, and the forms of the services. */
export function keptPage(
  c: DeskRequest,
  { services }: Pick<ServiceShelf, 'services'>,
  organisation: Bilingual,
): Response | Promise<Response> {
  const language = c.get('language');
  const { kept } = words(language).work;
  return drawKept(
    c,
    { title: kept.title, scripts: [keptAssetPaths.page, keptAssetPaths.leave] },
    <>
      <div class="no-print" data-recorded hidden>
        <h1>{kept.recordedTitle}</h1>
        <Notice language={language} kind="success">
          {kept.recorded}
        </Notice>
        <p>
          <a href="">{kept.reload}</a>
        </p>
      </div>
      <h1 class="no-print" tabindex={-1} data-kept-here>
        {kept.title}
      </h1>
      <p class="hidden no-print" role="status" data-kept-said={kept.provisional}></p>
      <div data-kept-receipt data-kept-here></div>
      <div class="no-print" data-no-holder hidden>
        <Notice language={language} kind="warning">
          {kept.noHolder}
        </Notice>
      </div>
      <div class="no-print" data-left hidden>
        <Notice language={language} kind="success">
          {kept.left}
        </Notice>
      </div>
      <p class="no-print row-links">
        <a href="/counter">{kept.back}</a>{' '}
        <span data-leave-here hidden>
          <button class="link" type="button">
            {kept.leave.go}
          </button>
        </span>
      </p>
      <section class="no-print" aria-label={kept.title} data-kept-here>
        <p class="quiet" data-kept-for={kept.keptFor} hidden></p>
        <p data-kept-none hidden>
          {kept.none}
        </p>
        <ul
          class="kept-list"
          data-kept-list
          data-time-zone={deskTimeZone}
          data-state-waiting={kept.states.waiting}
          data-state-sent={kept.states.sent}
          data-state-incomplete={kept.states.incomplete}
          data-state-conflict={kept.states.conflict}
          data-state-sealed={kept.states.sealed}
          data-unreadable={kept.conflicts.unreadable}
          data-too-large={kept.conflicts['too-large']}
          data-failed={kept.conflicts.failed}
          data-remove-ask={kept.removeAsk}
        ></ul>
      </section>
      <Services language={language} services={services} />
      <KeptItem language={language} />
      <LeaveDialog language={language} />
      {(['fr', 'en'] as const).map((one) => (
        <ProvisionalReceipt language={one} organisation={organisation[one]} />
      ))}
      <ReceiptTools language={language} />
    </>,
  );
}

/** The forms that are kept, one link a service; the names in both languages are for receipts. */
function Services({ language, services }: { language: Language } & Pick<ServiceShelf, 'services'>) {
  const { stations } = words(language);
  const offered = services
    .filter(({ definition }) => !definition.channels.counter)
    .toSorted((a, b) =>
      a.definition.name[language].localeCompare(b.definition.name[language], `${language}-CA`),
    );
  return (
    <section class="no-print" aria-labelledby="kept-services" data-kept-here>
      <h2 id="kept-services">{stations.counter.pick}</h2>
      <ul class="counter-services">
        {offered.map(({ definition: { code, name, summary } }) => (
          <li
            data-service={code}
            data-fr={name.fr}
            data-en={name.en}
            data-kept-form={`/counter/kept/${code}`}
          >
            <a href={`/counter/${code}`}>{name[language]}</a>
            <p class="quiet">{summary[language]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a script fills in for each request that is kept. */
function KeptItem({ language }: { language: Language }) {
  const { kept } = words(language).work;
  return (
    <template data-item>
      <li class="kept-item">
        <p class="kept-name">
          <span class="hidden">{kept.provisional} </span>
          <strong data-put="provisional"></strong> <span data-put="service"></span>
        </p>
        <p>
          <strong data-put="state"></strong>{' '}
          <span data-real>
            <span class="quiet">{kept.real}</span> <span data-put="real"></span>
          </span>
        </p>
        <p class="quiet">
          {kept.keptAt} <span data-put="at"></span>
        </p>
        <ul data-put-problems></ul>
        <p class="row-buttons">
          <a class="button button-secondary" data-receipt>
            {kept.receipt}
          </a>
          <a class="button button-secondary" data-mend>
            {kept.mend}
          </a>
          <a data-again>{kept.printAgain}</a>
          <button class="button button-secondary" type="button" data-read>
            {kept.read}
          </button>
          <button class="button button-quiet" type="button" data-remove>
            {kept.remove}
          </button>
        </p>
        <div data-typed hidden>
          <h2 tabindex={-1}>{kept.typedTitle}</h2>
          <dl class="answers"></dl>
        </div>
      </li>
    </template>
  );
}
