/** The counter without network: what is kept, what is sent, and the receipt given meanwhile. `{count}` and the like are put in by a script. */
export const kept = {
  app: { name: 'Guichet: counter', short: 'Counter' },
  offline: 'The desk does not answer: requests are kept here and will go as soon as it does.',
  offlineNone:
    'The desk does not answer, and this workstation can keep no request: write it on the paper form.',
  notKept:
    'The desk does not answer, and nothing was kept. What you entered is still in this page: try again in a moment, without leaving it.',
  late: 'Nothing was replaced: the request to correct no longer waits to be sent. What you entered is still in this page; see the requests kept.',
  waitingOne: '1 request kept here waits to be sent.',
  waitingMany: '{count} requests kept here wait to be sent.',
  sending: 'Sending the requests kept: {at} of {count}.',
  sentOne: '1 request kept is now recorded.',
  sentMany: '{count} requests kept are now recorded.',
  wrongOne: '1 request kept needs your attention.',
  wrongMany: '{count} requests kept need your attention.',
  signInOne: 'Sign in again to send 1 request.',
  signInMany: 'Sign in again to send {count} requests.',
  othersOne: '1 sealed request of {name} waits on this workstation. It will go when {name} signs in here.',
  othersMany:
    '{count} sealed requests of {name} wait on this workstation. They will go when {name} signs in here.',
  see: 'See the requests kept',
  title: 'Requests kept at this counter',
  none: 'No request is kept on this workstation.',
  provisional: 'Provisional reference',
  real: 'Reference',
  keptAt: 'Received at the counter on',
  keptFor: 'Kept in the name of {name}.',
  states: {
    waiting: 'Waiting to be sent',
    sent: 'Recorded',
    incomplete: 'To correct',
    conflict: 'Refused',
    sealed: 'Sealed: its key is missing',
  },
  receipt: 'Print the receipt',
  mend: 'Correct the request',
  read: 'Read what was entered',
  typedTitle: 'What was entered',
  printAgain: 'Provisional receipt',
  remove: 'Remove from the list',
  removeAsk: 'Remove this request? What was entered will be erased from this workstation.',
  toSend: 'Open the request, check it and record it.',
  conflicts: {
    unreadable:
      'The key that opens this request is not on this workstation. Nothing is erased: the request will go if the key comes back. Tell the person who runs the system; if the wait is too long, ask the person for the facts again.',
    'too-large':
      'The documents of this request are too large to be sent. Read what was entered and enter it again.',
    failed: 'The desk could not process this request. It stays here and will be sent again.',
    differs:
      'The form of this request was already used for request {reference}, with other answers. Read what was entered: correct that case, or enter a new request.',
    withdrawn:
      'This service is no longer offered at the counter. Read what was entered and direct the person to the service that replaces it.',
    ahead:
      'The clock of this workstation was changed: the request bears a time to come. It will go once that time has passed.',
    'too-old':
      'The request has been kept for more than seven days: its day of receipt can no longer be recognised. Read what was entered and enter it again.',
  },
  back: 'Back to the counter',
  noHolder:
    'Nobody is signed in on this workstation: while the desk does not answer, no request can be kept here. Write it on the paper form.',
  left: 'The session is closed on this workstation: nothing of what waits here can be read any more. The desk will hear of it as soon as it answers.',
  formLead:
    'The desk does not answer: every question is shown. Answer those that apply; the others will be left out.',
  keep: 'Keep the request',
  missing: 'An answer is missing: {questions}. Answer, or press again to keep the request as it is.',
  filesMax: 'On this workstation, documents kept do not exceed 8 MB in all.',
  filesLeft: 'The documents were too large to be kept: ask the person for them again.',
  receiptTitle: 'Provisional receipt',
  receiptWhen: 'Received on',
  receiptService: 'Request',
  receiptNext:
    'Our system does not answer at the moment. Your request is kept at this counter. Once recorded, it is deemed received at the time shown and bears a final reference. To get it, telephone us or come to the counter with this provisional reference. Keep this receipt.',
  recordedTitle: 'Request recorded',
  recorded:
    'The request is recorded, but the desk no longer answers: its receipt can’t be shown. Reload this page as soon as it does.',
  reload: 'Reload the page',
  again: {
    title: 'This form is already kept:',
    lead: 'The request waits on this workstation to be sent, or has just gone. What do you do with what is entered now?',
    corrects: 'Correct this request',
    correctsHint:
      'Correct: what is entered replaces the request, if it still waits. Its provisional reference and its time of receipt stay; one request will go.',
    other: 'It is another request',
    otherHint: 'Another request: there will be two, each with its reference.',
    back: 'Back to the form',
  },
  leave: {
    title: 'Requests are still kept here',
    one: '1 request kept on this workstation is not recorded yet.',
    many: '{count} requests kept on this workstation are not recorded yet.',
    wrongOne: '1 request kept on this workstation needs your attention.',
    wrongMany: '{count} requests kept on this workstation need your attention.',
    after:
      'If you sign out, the key is erased from here: what waits stays sealed, unreadable to anybody, and you will find it when you next sign in on this workstation.',
    stay: 'Stay',
    go: 'Sign out',
  },
};
