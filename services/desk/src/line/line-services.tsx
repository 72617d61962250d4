import type { LineReport, ServiceShelf } from '@guichet/casework';
import { type Language, numberFormat } from '@guichet/kernel';
import { Table, words } from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';
import { ShareBar } from './share-bar.tsx';

export interface LineServicesProps {
  language: Language;
  catalogue: ServiceShelf;
  services: LineReport['services'];
}

/** Draws how the requests of each service ended, and what a completed one takes. */
export function LineServices({ language, catalogue, services }: LineServicesProps) {
  const { line } = words(language).work;
  const percent = numberFormat(`${language}-CA`, { style: 'percent' });
  return (
    <>
      <h2>{line.services}</h2>
      <p class="quiet">{line.servicesHint}</p>
      <Table
        caption={line.services}
        captionHidden
        stacked
        empty={line.servicesNone}
        columns={[
          { label: line.service },
          { label: line.requests, numeric: true },
          { label: line.share, numeric: true },
          { label: line.toAPerson, numeric: true },
          { label: line.abandoned, numeric: true },
          { label: line.turns, numeric: true },
          { label: line.presses, numeric: true },
        ]}
        rows={services.map((service) => ({
          cells: [
            <>
              {serviceName(catalogue, service.serviceCode, language)}
              <ShareBar of={service.requests} shares={sharesOf(service)} />
            </>,
            String(service.requests),
            `${service.completed} (${percent.format(service.completed / service.requests)})`,
            String(service.toAPerson),
            String(service.abandoned),
            String(service.medianTurns ?? '–'),
            String(service.medianPresses ?? '–'),
          ],
        }))}
      />
    </>
  );
}

function sharesOf(service: LineReport['services'][number]) {
  return (['completed', 'toAPerson', 'abandoned'] as const).map((kind) => ({ kind, count: service[kind] }));
}
