import type { CompiledService } from '@guichet/catalogue';
import type { AddressIndex, PeopleNow, TwilioAccount } from '@guichet/channels/phone';
import type { Bilingual } from '@guichet/kernel';
import type { Logger, Redis } from '@guichet/platform';
import type { PhoneDesk } from './phone-desk.ts';

/** What the telephone's webhooks work with. */
export interface PhoneDeps {
  account: TwilioAccount;
  desk: PhoneDesk;
  redis: Pick<Redis, 'hmget' | 'eval'>;
  /** Every version that can be asked; a call keeps the one it started with. */
  services(): readonly CompiledService[];
  /** The day it is in the desk's time zone, ISO. */
  today(): string;
  log: Logger;
  deskName?: Bilingual;
  addresses?: AddressIndex;
  /** Lines of the address letters go to. */
  postTo?: readonly string[];
  /** The next two days on which people call back, ISO. */
  callBackDays?(): readonly string[];
  /** Whether people answer now; absent where no hours are told. */
  people?(): PeopleNow;
  /** The telephones of staff, E.164, in the order they are rung. Guarantee: in no log and in nothing sealed with the call. */
  staffLines?: readonly string[];
  /** The line's own number and the site, told to those who write to it by text message. */
  pointer?: { phone?: string };
}
