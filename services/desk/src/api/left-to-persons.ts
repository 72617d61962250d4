/**
 * What the API does not do, by its verb, with the page on which a person does it: the control is that a person looks, or what is made
 * would outlive the key.
 */
export const leftToPersons: Readonly<Record<string, { does: string; page: string }>> = {
  makeAccessKey: { does: 'making an access key', page: '/account' },
  changePassword: { does: 'changing one’s password', page: '/account' },
  hireStaff: { does: 'adding a colleague’s account', page: '/supervisor/staff' },
  resetPassword: { does: 'giving a colleague a password', page: '/supervisor/staff/{id}' },
  setWholeBody: { does: 'having somebody answer for the whole body', page: '/supervisor/staff/{id}' },
  makeFeed: { does: 'making the secret address of a calendar', page: '/appointments' },
  makeDevice: { does: 'linking a device of a hall', page: '/supervisor/counters' },
  makeWebhook: { does: 'registering a webhook', page: '/supervisor/webhooks' },
  rotateSecret: { does: 'changing the secret of a webhook', page: '/supervisor/webhooks/{id}' },
  confirmClosure: { does: 'confirming a closure that a colleague proposed', page: '/cases/{reference}' },
  keyCheck: { does: 'keying an answer as a second or third person', page: '/mailroom/checks/{id}' },
  checkBatch: { does: 'recording that the paper of a batch was counted', page: '/mailroom/batches/{id}' },
  destroyBatchPaper: { does: 'recording that paper was destroyed', page: '/mailroom/batches/{id}' },
};
