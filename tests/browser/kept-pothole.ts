import type { DeskContext } from '@guichet/casework';
import type { Page } from 'playwright-core';
import { type TestDesk, useDesk } from '../support/test-desk.ts';
import {
  type Between,
  fillPothole,
  openKeptForm,
  openWorkstation,
  send,
  type Workstation,
} from './open-workstation.ts';

/** Unit: milliseconds. A browser on a busy machine takes its time. */
export const patience = 300_000;

/** A workstation before a desk of its own, where one clerk works. */
export interface Counter extends Workstation {
  desk: TestDesk;
  /** As the clerk, `commis`. */
  clerk: DeskContext;
  cases(): Promise<{ reference: string; depositedAt: Date }[]>;
  countCases(): Promise<number>;
  /** Asks for a pothole of a place on the form that the workstation keeps, the line being cut; the page shows the receipt. */
  keepPothole(page: Page, place: string): Promise<void>;
  /** Goes back to the form just kept, which is blank, and fills it in for a place. */
  backToPothole(page: Page, place: string): Promise<void>;
}

/** Opens a counter at which potholes are asked for. All is closed when the file ends. */
export async function openCounter(between?: Between): Promise<Counter> {
  const desk = await useDesk();
  const { adminSql } = desk.database;
  const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
  const workstation = await openWorkstation(desk, between);
  const cases = () =>
    adminSql<
      { reference: string; depositedAt: Date }[]
    >`select reference, deposited_at from cases order by captured_at`;
  return {
    ...workstation,
    desk,
    clerk,
    cases,
    countCases: async () => (await cases()).length,
    keepPothole: async (page, place) => {
      await openKeptForm(page, workstation.home);
      await fillPothole(page, place);
      await send(page, 'Garder la demande');
      await page.locator('.receipt').waitFor();
    },
    backToPothole: async (page, place) => {
      await page.goBack();
      await page.locator('form[data-kept-form]').waitFor();
      await fillPothole(page, place);
    },
  };
}

/** Signs out though requests wait here, which is asked first. */
export async function leaveAnyway(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: 'Se déconnecter' }).click();
}
