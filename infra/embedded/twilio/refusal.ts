/** An error as Twilio's REST API answers it. */
export interface Refusal {
  status: number;
  code: number;
  message: string;
}

export const refusals = {
  unauthorised: { status: 401, code: 20003, message: 'Authenticate' },
  notFound: { status: 404, code: 20404, message: 'The requested resource was not found' },
  noMethod: { status: 405, code: 20004, message: 'Method not allowed' },
  noTo: { status: 400, code: 21604, message: "A 'To' phone number is required." },
  noFrom: { status: 400, code: 21603, message: "A 'From' phone number is required." },
  noBody: { status: 400, code: 21602, message: 'Message body is required.' },
  longBody: {
    status: 400,
    code: 21617,
    message: 'The concatenated message body exceeds the 1600 character limit',
  },
  noTwiml: { status: 400, code: 21205, message: 'Url parameter is required.' },
  longTwiml: { status: 400, code: 21213, message: 'Twiml exceeds 4000 characters' },
  badTo: { status: 400, code: 21211, message: "Invalid 'To' Phone Number" },
  badFrom: { status: 400, code: 21212, message: "Invalid 'From' Number" },
  notMobile: { status: 400, code: 21614, message: "'To' number is not a valid mobile number" },
  optedOut: { status: 400, code: 21610, message: 'Attempt to send to unsubscribed recipient' },
} as const satisfies Record<string, Refusal>;

/** The numbers by which Twilio lets people try its refusals. Source: Twilio docs, Test credentials */
const magic: Readonly<Record<string, Refusal>> = {
  '+15005550001': refusals.badTo,
  '+15005550009': refusals.notMobile,
  '+15005550004': refusals.optedOut,
};

/** Says why a message or call to this number is refused; undefined when it is taken. */
export function refusalOfNumbers(to: string | null, from: string | null): Refusal | undefined {
  if (!to) return refusals.noTo;
  if (!from) return refusals.noFrom;
  if (!/^\+[1-9]\d{7,14}$/.test(to)) return refusals.badTo;
  if (!/^(\+[1-9]\d{7,14}|\d{5,6})$/.test(from)) return refusals.badFrom;
  return magic[to];
}
